package io.vertebra.imaging;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;

/** Draws curves over a common axis in panels, one below the other. */
public final class LinePlot {
  private static final int WIDTH = 960;
  private static final int PANEL = 260;

  private final String axis;

  /**
   * Makes a plot.
   *
   * @param axis what is counted along the common axis, for example {@code epoch}
   */
  public LinePlot(String axis) {
    this.axis = requireNonNull(axis, "axis is null");
  }

  /**
   * A curve.
   *
   * @param name its title
   * @param x places along the common axis, rising; at least one
   * @param y a finite value for each place
   */
  public record Curve(String name, List<Double> x, List<Double> y) {
    /** Checks that there is a value for each place. */
    public Curve {
      x = List.copyOf(x);
      y = List.copyOf(y);
      if (x.isEmpty() || x.size() != y.size()) {
        throw new IllegalArgumentException(
            "a curve has a value for each place, but there are %d places and %d values"
                .formatted(x.size(), y.size()));
      }
    }
  }

  /**
   * Curves that share their scale.
   *
   * @param title what they show
   * @param curves the curves, at least one; where there are several, a legend names them
   */
  public record Panel(String title, List<Curve> curves) {
    /** Checks that there is a curve. */
    public Panel {
      curves = List.copyOf(curves);
      if (curves.isEmpty()) {
        throw new IllegalArgumentException("there is no curve of " + title);
      }
    }

    List<Double> all(Function<Curve, List<Double>> values) {
      return curves.stream().map(values).flatMap(List::stream).toList();
    }
  }

  /**
   * Draws each curve in a panel of its own.
   *
   * @param curves the curves, from top to bottom; at least one
   * @return a new RGB picture
   */
  public BufferedImage paint(List<Curve> curves) {
    return paintPanels(
        curves.stream().map(curve -> new Panel(curve.name(), List.of(curve))).toList());
  }

  /**
   * Draws panels.
   *
   * @param panels the panels, from top to bottom; at least one
   * @return a new RGB picture
   */
  public BufferedImage paintPanels(List<Panel> panels) {
    BufferedImage picture =
        new BufferedImage(WIDTH, PANEL * panels.size(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
      PanelPainter painter = new PanelPainter(graphics, axis, WIDTH, PANEL);
      for (int i = 0; i < panels.size(); i++) {
        painter.draw(panels.get(i), i * PANEL);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }
}
