package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws lines of text in the upper left corner of a copy of a picture: white on a dark box, so that
 * they can be read on any background. A small picture is enlarged first, by a whole factor and
 * without smoothing, so that its pixels stay visible.
 */
public final class LabelPainter {
  /** The shorter side below which a picture is enlarged. */
  private static final int READABLE = 224;

  private static final int LARGEST_FACTOR = 16;
  private static final Color BOX = new Color(0, 0, 0, 170);

  /**
   * Draws the lines. The text shrinks to fit the picture's width, down to 8 pixels.
   *
   * @param image the picture; stays with its owner
   * @param lines the text, from top to bottom
   * @return a new RGB picture
   */
  public BufferedImage paint(ImageBuffer image, List<String> lines) {
    BufferedImage picture = enlarged(BufferedImages.of(image));
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      draw(graphics, picture.getHeight(), picture.getWidth(), lines);
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private static BufferedImage enlarged(BufferedImage picture) {
    int side = Math.min(picture.getHeight(), picture.getWidth());
    int factor = Math.min(LARGEST_FACTOR, (READABLE + side - 1) / side);
    if (factor == 1) {
      return picture;
    }
    int width = picture.getWidth() * factor;
    int height = picture.getHeight() * factor;
    BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = large.createGraphics();
    try {
      graphics.drawImage(picture, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return large;
  }

  private static void draw(Graphics2D graphics, int height, int width, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    FontMetrics metrics = fit(graphics, Math.max(12, height / 20), width, lines);
    int margin = metrics.getDescent();
    int boxWidth = widest(metrics, lines) + 2 * margin;
    graphics.setColor(BOX);
    graphics.fillRect(0, 0, boxWidth, lines.size() * metrics.getHeight() + margin);
    graphics.setColor(Color.WHITE);
    int baseline = metrics.getAscent() + margin / 2;
    for (String line : lines) {
      graphics.drawString(line, margin, baseline);
      baseline += metrics.getHeight();
    }
  }

  private static FontMetrics fit(Graphics2D graphics, int size, int width, List<String> lines) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    FontMetrics metrics = graphics.getFontMetrics();
    boolean fits = widest(metrics, lines) + 2 * metrics.getDescent() <= width;
    return fits || size <= 8 ? metrics : fit(graphics, size - 1, width, lines);
  }

  private static int widest(FontMetrics metrics, List<String> lines) {
    return lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
  }
}
