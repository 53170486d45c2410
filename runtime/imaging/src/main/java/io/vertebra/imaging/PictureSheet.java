package io.vertebra.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Puts pictures side by side, row after row, on a grey ground. */
public final class PictureSheet {
  private static final int GAP = 6;
  private static final Color GROUND = new Color(64, 64, 64);

  private final int columns;

  /**
   * Makes sheets.
   *
   * @param columns the most pictures of a row, at least 1
   */
  public PictureSheet(int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("columns is " + columns + ": it must be at least 1");
    }
    this.columns = columns;
  }

  /**
   * Paints a sheet. Each place is as large as the largest picture.
   *
   * @param pictures the pictures, at least one
   * @return a new RGB picture
   */
  public BufferedImage paint(List<BufferedImage> pictures) {
    int width = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow() + GAP;
    int height = pictures.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow() + GAP;
    int across = Math.min(columns, pictures.size());
    int rows = (pictures.size() + across - 1) / across;
    BufferedImage sheet =
        new BufferedImage(across * width + GAP, rows * height + GAP, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = sheet.createGraphics();
    try {
      graphics.setColor(GROUND);
      graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      for (int i = 0; i < pictures.size(); i++) {
        int left = GAP + i % across * width;
        int top = GAP + i / across * height;
        graphics.drawImage(pictures.get(i), left, top, null);
      }
    } finally {
      graphics.dispose();
    }
    return sheet;
  }
}
