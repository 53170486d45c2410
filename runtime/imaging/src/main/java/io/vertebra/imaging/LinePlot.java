package io.vertebra.imaging;

import static java.util.Objects.requireNonNull;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Draws curves over a common axis in panels, one below the other. */
public final class LinePlot {
  private static final int WIDTH = 960;
  private static final int PANEL = 260;
  private static final int LEFT = 90;
  private static final int RIGHT = 30;
  private static final int TOP = 34;
  private static final int BOTTOM = 40;
  private static final int TICKS = 4;
  private static final int LEGEND_GAP = 14;
  private static final Color GRID = new Color(225, 225, 225);
  private static final int POINT = 5;
  private static final List<Color> LINES =
      List.of(
          new Color(31, 119, 180),
          new Color(214, 39, 40),
          new Color(44, 160, 44),
          new Color(255, 127, 14),
          new Color(148, 103, 189),
          new Color(140, 86, 75),
          new Color(23, 190, 207),
          new Color(127, 127, 127));

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

    private List<Double> all(Function<Curve, List<Double>> values) {
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
      for (int i = 0; i < panels.size(); i++) {
        draw(graphics, panels.get(i), i * PANEL);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private void draw(Graphics2D graphics, Panel panel, int top) {
    Scale x = Scale.of(panel.all(Curve::x), LEFT, WIDTH - RIGHT);
    Scale y = Scale.of(panel.all(Curve::y), top + PANEL - BOTTOM, top + TOP);
    drawGrid(graphics, x, y, top);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    graphics.drawString(panel.title(), LEFT, top + TOP - 12);
    int right = WIDTH - RIGHT;
    for (int i = panel.curves().size() - 1; i >= 0; i--) {
      graphics.setColor(LINES.get(i % LINES.size()));
      Curve curve = panel.curves().get(i);
      drawLine(graphics, curve, x, y);
      if (panel.curves().size() > 1) {
        right -= graphics.getFontMetrics().stringWidth(curve.name());
        graphics.drawString(curve.name(), right, top + TOP - 12);
        right -= LEGEND_GAP;
      }
    }
  }

  private void drawGrid(Graphics2D graphics, Scale x, Scale y, int top) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    FontMetrics metrics = graphics.getFontMetrics();
    for (int i = 0; i <= TICKS; i++) {
      int row = (int) Math.round(y.pixelOfTick(i));
      int column = (int) Math.round(x.pixelOfTick(i));
      graphics.setColor(GRID);
      graphics.drawLine(LEFT, row, WIDTH - RIGHT, row);
      graphics.drawLine(column, top + TOP, column, top + PANEL - BOTTOM);
      graphics.setColor(Color.DARK_GRAY);
      String value = text(y.valueOfTick(i));
      graphics.drawString(value, LEFT - 8 - metrics.stringWidth(value), row + 4);
      String place = text(x.valueOfTick(i));
      graphics.drawString(
          place, column - metrics.stringWidth(place) / 2, top + PANEL - BOTTOM + 16);
    }
    graphics.drawString(
        axis, (LEFT + WIDTH - RIGHT - metrics.stringWidth(axis)) / 2, top + PANEL - 8);
  }

  private static void drawLine(Graphics2D graphics, Curve curve, Scale x, Scale y) {
    double left = x.pixel(curve.x().get(0));
    double first = y.pixel(curve.y().get(0));
    if (curve.x().size() == 1) {
      graphics.fill(new Ellipse2D.Double(left - POINT / 2.0, first - POINT / 2.0, POINT, POINT));
      return;
    }
    Path2D.Double path = new Path2D.Double();
    path.moveTo(left, first);
    for (int i = 1; i < curve.x().size(); i++) {
      path.lineTo(x.pixel(curve.x().get(i)), y.pixel(curve.y().get(i)));
    }
    graphics.setStroke(new BasicStroke(1.8f));
    graphics.draw(path);
    graphics.setStroke(new BasicStroke());
  }

  private static String text(double value) {
    double rounded = new BigDecimal(value).round(new MathContext(4)).doubleValue();
    return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e6
        ? Long.toString((long) rounded)
        : Double.toString(rounded);
  }

  /** Where values lie in the picture. */
  private record Scale(double low, double high, double from, double to) {
    static Scale of(List<Double> values, double from, double to) {
      double low = Collections.min(values);
      double high = Collections.max(values);
      // A constant lies in the middle of its panel.
      double room = high > low ? 0 : Math.max(Math.abs(high) / 2, 1e-12);
      return new Scale(low - room, high + room, from, to);
    }

    double pixel(double value) {
      return from + (value - low) / (high - low) * (to - from);
    }

    double valueOfTick(int tick) {
      return low + (high - low) * tick / TICKS;
    }

    double pixelOfTick(int tick) {
      return pixel(valueOfTick(tick));
    }
  }
}
