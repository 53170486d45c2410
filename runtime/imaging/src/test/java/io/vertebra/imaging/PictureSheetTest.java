package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PictureSheetTest {
  private static BufferedImage picture(int width, int height, Color color) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < width * height; i++) {
      picture.setRGB(i % width, i / width, color.getRGB());
    }
    return picture;
  }

  @Test
  void fillsRowAfterRow() {
    BufferedImage sheet =
        new PictureSheet(2)
            .paint(
                List.of(
                    picture(10, 20, Color.RED),
                    picture(8, 8, Color.GREEN),
                    picture(10, 10, Color.BLUE)));
    assertThat(sheet.getWidth()).isEqualTo(6 + 2 * 16);
    assertThat(sheet.getHeight()).isEqualTo(6 + 2 * 26);
    assertThat(new Color(sheet.getRGB(6, 6))).isEqualTo(Color.RED);
    assertThat(new Color(sheet.getRGB(22, 6))).isEqualTo(Color.GREEN);
    assertThat(new Color(sheet.getRGB(6, 32))).isEqualTo(Color.BLUE);
    assertThat(new Color(sheet.getRGB(30, 40))).isEqualTo(new Color(64, 64, 64));
  }

  @Test
  void aRowHasOnePictureAtLeast() {
    assertThatThrownBy(() -> new PictureSheet(0)).hasMessageContaining("columns is 0");
  }
}
