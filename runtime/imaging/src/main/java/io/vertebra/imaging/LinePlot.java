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
  private static final int LEGEND_LINE = 20;
  private static final int LEGEND_MARK = 24;
  private static final int MOST_POINTS = 40;
  private static final Color GRID = new Color(225, 225, 225);
  private static final int POINT = 5;
  private static final BasicStroke LINE = new BasicStroke(1.8f);
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
   * @param curves the curves, at least one
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
    return paint(
        curves.stream().map(curve -> new Panel(curve.name(), List.of(curve))).toList(), List.of());
  }

  /**
   * Draws panels over the same stretch of the axis. Curves of one name have one colour in all of
   * them; where there are several names, a legend stands above.
   *
   * @param panels the panels, from top to bottom; at least one
   * @return a new RGB picture
   */
  public BufferedImage paintPanels(List<Panel> panels) {
    List<String> names =
        panels.stream()
            .flatMap(panel -> panel.curves().stream())
            .map(Curve::name)
            .distinct()
            .toList();
    return paint(panels, names.size() > 1 ? names : List.of());
  }

  private BufferedImage paint(List<Panel> panels, List<String> legend) {
    int top = legend.isEmpty() ? 0 : LEGEND_LINE * (legend.size() + 1);
    BufferedImage picture =
        new BufferedImage(WIDTH, top + PANEL * panels.size(), BufferedImage.TYPE_INT_RGB);
    PlotScale x =
        PlotScale.of(
            panels.stream().flatMap(panel -> panel.all(Curve::x).stream()).toList(),
            LEFT,
            WIDTH - RIGHT);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
      drawLegend(graphics, legend);
      for (int i = 0; i < panels.size(); i++) {
        draw(graphics, panels.get(i), x, top + i * PANEL, legend);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private static void drawLegend(Graphics2D graphics, List<String> legend) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    graphics.setStroke(LINE);
    for (int i = 0; i < legend.size(); i++) {
      int row = LEGEND_LINE * (i + 1);
      graphics.setColor(colour(i));
      graphics.drawLine(LEFT, row, LEFT + LEGEND_MARK, row);
      graphics.setColor(Color.DARK_GRAY);
      graphics.drawString(legend.get(i), LEFT + LEGEND_MARK + 8, row + 5);
    }
  }

  private static Color colour(int index) {
    return LINES.get(Math.max(0, index) % LINES.size());
  }

  private void draw(Graphics2D graphics, Panel panel, PlotScale x, int top, List<String> legend) {
    PlotScale y = PlotScale.of(panel.all(Curve::y), top + PANEL - BOTTOM, top + TOP);
    drawGrid(graphics, x, y, top);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    graphics.drawString(panel.title(), LEFT, top + TOP - 12);
    for (int i = panel.curves().size() - 1; i >= 0; i--) {
      Curve curve = panel.curves().get(i);
      graphics.setColor(colour(legend.indexOf(curve.name())));
      drawLine(graphics, curve, x, y);
    }
  }

  private void drawGrid(Graphics2D graphics, PlotScale x, PlotScale y, int top) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    graphics.setStroke(new BasicStroke());
    FontMetrics metrics = graphics.getFontMetrics();
    int bottom = top + PANEL - BOTTOM;
    graphics.setColor(GRID);
    graphics.drawRect(LEFT, top + TOP, WIDTH - RIGHT - LEFT, bottom - top - TOP);
    for (BigDecimal tick : y.ticks()) {
      int row = (int) Math.round(y.pixel(tick.doubleValue()));
      graphics.setColor(GRID);
      graphics.drawLine(LEFT, row, WIDTH - RIGHT, row);
      graphics.setColor(Color.DARK_GRAY);
      String text = PlotScale.text(tick);
      graphics.drawString(text, LEFT - 8 - metrics.stringWidth(text), row + 4);
    }
    for (BigDecimal tick : x.ticks()) {
      int column = (int) Math.round(x.pixel(tick.doubleValue()));
      graphics.setColor(GRID);
      graphics.drawLine(column, top + TOP, column, bottom);
      graphics.setColor(Color.DARK_GRAY);
      String text = PlotScale.text(tick);
      graphics.drawString(text, column - metrics.stringWidth(text) / 2, bottom + 16);
    }
    graphics.drawString(
        axis, (LEFT + WIDTH - RIGHT - metrics.stringWidth(axis)) / 2, top + PANEL - 8);
  }

  private static void drawLine(Graphics2D graphics, Curve curve, PlotScale x, PlotScale y) {
    Path2D.Double path = new Path2D.Double();
    boolean marked = curve.x().size() <= MOST_POINTS;
    for (int i = 0; i < curve.x().size(); i++) {
      double column = x.pixel(curve.x().get(i));
      double row = y.pixel(curve.y().get(i));
      if (i == 0) {
        path.moveTo(column, row);
      } else {
        path.lineTo(column, row);
      }
      if (marked) {
        graphics.fill(new Ellipse2D.Double(column - POINT / 2.0, row - POINT / 2.0, POINT, POINT));
      }
    }
    graphics.setStroke(LINE);
    graphics.draw(path);
  }
}
