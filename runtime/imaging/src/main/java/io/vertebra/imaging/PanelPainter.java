package io.vertebra.imaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;

/** Draws one panel of a plot: its curves over a grid, with a title and a legend. */
final class PanelPainter {
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

  private final Graphics2D graphics;
  private final String axis;
  private final int width;
  private final int height;

  /**
   * Makes a painter.
   *
   * @param graphics what it draws on
   * @param axis what is counted along the common axis
   * @param width of a panel, in pixels
   * @param height of a panel, in pixels
   */
  PanelPainter(Graphics2D graphics, String axis, int width, int height) {
    this.graphics = graphics;
    this.axis = axis;
    this.width = width;
    this.height = height;
  }

  /** Draws a panel below a row of the picture. */
  void draw(LinePlot.Panel panel, int top) {
    Scale x = Scale.of(panel.all(LinePlot.Curve::x), LEFT, width - RIGHT);
    Scale y = Scale.of(panel.all(LinePlot.Curve::y), top + height - BOTTOM, top + TOP);
    drawGrid(x, y, top);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    graphics.drawString(panel.title(), LEFT, top + TOP - 12);
    int right = width - RIGHT;
    for (int i = panel.curves().size() - 1; i >= 0; i--) {
      graphics.setColor(LINES.get(i % LINES.size()));
      LinePlot.Curve curve = panel.curves().get(i);
      drawLine(curve, x, y);
      if (panel.curves().size() > 1) {
        right -= graphics.getFontMetrics().stringWidth(curve.name());
        graphics.drawString(curve.name(), right, top + TOP - 12);
        right -= LEGEND_GAP;
      }
    }
  }

  private void drawGrid(Scale x, Scale y, int top) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    FontMetrics metrics = graphics.getFontMetrics();
    for (int i = 0; i <= TICKS; i++) {
      int row = (int) Math.round(y.pixelOfTick(i));
      int column = (int) Math.round(x.pixelOfTick(i));
      graphics.setColor(GRID);
      graphics.drawLine(LEFT, row, width - RIGHT, row);
      graphics.drawLine(column, top + TOP, column, top + height - BOTTOM);
      graphics.setColor(Color.DARK_GRAY);
      String value = text(y.valueOfTick(i));
      graphics.drawString(value, LEFT - 8 - metrics.stringWidth(value), row + 4);
      String place = text(x.valueOfTick(i));
      graphics.drawString(
          place, column - metrics.stringWidth(place) / 2, top + height - BOTTOM + 16);
    }
    graphics.drawString(
        axis, (LEFT + width - RIGHT - metrics.stringWidth(axis)) / 2, top + height - 8);
  }

  private void drawLine(LinePlot.Curve curve, Scale x, Scale y) {
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
