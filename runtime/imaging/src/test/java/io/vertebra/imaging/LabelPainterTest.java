package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelPainterTest {
  private final HostImageOps ops = new HostImageOps(new BufferPool(1 << 20), 1_000_000);
  private final LabelPainter painter = new LabelPainter();

  private ImageBuffer filled(int height, int width, int channels, int value) {
    ImageBuffer image = ops.allocate(height, width, channels);
    for (int i = 0; i < height * width * channels; i++) {
      image.pixels().put(i, (byte) value);
    }
    return image;
  }

  @Test
  void enlargesSmallPicturesByAWholeFactor() {
    try (ImageBuffer image = filled(28, 30, 1, 90)) {
      BufferedImage picture = painter.paint(image, List.of("seven 0.98"));
      assertThat(picture.getHeight()).isEqualTo(224);
      assertThat(picture.getWidth()).isEqualTo(240);
      assertThat(picture.getRGB(239, 223)).isEqualTo(0xff5a5a5a);
    }
  }

  @Test
  void textCanBeReadOnWhiteAndOnBlack() {
    for (int background : new int[] {0, 255}) {
      try (ImageBuffer image = filled(224, 224, 3, background)) {
        BufferedImage picture = painter.paint(image, List.of("tabby cat", "0.93"));
        assertThat(extremes(picture)[0]).isLessThan(100);
        assertThat(extremes(picture)[1]).isGreaterThan(240);
      }
    }
  }

  @Test
  void longTextShrinksAndNoTextLeavesThePictureAlone() {
    try (ImageBuffer image = filled(224, 224, 3, 200)) {
      BufferedImage long1 = painter.paint(image, List.of("a label that is rather long, 0.5"));
      assertThat(long1.getWidth()).isEqualTo(224);
      assertThat(extremes(painter.paint(image, List.of()))).containsExactly(200, 200);
    }
  }

  /** The least and greatest value in the upper left corner. */
  private static int[] extremes(BufferedImage picture) {
    int[] values = picture.getRaster().getPixels(0, 0, 60, 40, (int[]) null);
    int least = 255;
    int greatest = 0;
    for (int value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return new int[] {least, greatest};
  }

  @Test
  void writesPngAndJpeg(@TempDir Path folder) throws IOException {
    PictureWriter writer = new PictureWriter();
    try (ImageBuffer image = filled(300, 260, 3, 77)) {
      BufferedImage picture = painter.paint(image, List.of());
      for (String name : List.of("a.png", "b/c.jpg")) {
        Path file = folder.resolve(name);
        writer.write(picture, file);
        try (ImageBuffer read = ops.decode(Files.readAllBytes(file), name, ColorType.COLOR)) {
          assertThat(Differences.between(read, image).largest()).isLessThanOrEqualTo(1);
        }
      }
      assertThatThrownBy(() -> writer.write(picture, folder.resolve("a.xyz")))
          .hasMessageContaining("a.xyz")
          .hasMessageContaining("use .png, .jpg or .jpeg");
    }
  }
}
