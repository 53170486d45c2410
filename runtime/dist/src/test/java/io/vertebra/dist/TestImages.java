package io.vertebra.dist;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;

/** Makes files of images. */
final class TestImages {
  /** Images in formats that are read seldom: alpha, 16 bits, CMYK, turned by EXIF. */
  static final List<String> ODD =
      List.of(
          "exif_6.jpg",
          "jpeg_cmyk.jpg",
          "png_grey_16.png",
          "png_grey_alpha.png",
          "png_rgb_16.png",
          "png_rgba.png");

  private static final int IDX_HEADER = 16;
  private static final int SIZE = 28;

  private TestImages() {}

  /** Copies the odd images into a folder. */
  static void copyOdd(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : ODD) {
      try (InputStream in = TestImages.class.getResourceAsStream("/images/" + name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  /** Writes a JPEG that ends in the middle. */
  static Path cutShort(Path file) throws IOException {
    try (InputStream in = TestImages.class.getResourceAsStream("/images/jpeg_cmyk.jpg")) {
      return Files.write(file, in.readNBytes(500));
    }
  }

  /** Writes the first test image that is shipped as a grey PNG. */
  static Path first(Distribution distribution, Path file) throws IOException {
    Path idx = distribution.home().resolve("data/fashion-mnist-subset/t10k-images-idx3-ubyte.gz");
    byte[] pixels = new byte[SIZE * SIZE];
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(idx)))) {
      in.skipNBytes(IDX_HEADER);
      in.readFully(pixels);
    }
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, SIZE, SIZE, pixels);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
