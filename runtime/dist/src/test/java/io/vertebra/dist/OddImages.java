package io.vertebra.dist;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Images whose pixels are not those of a plain RGB picture. */
final class OddImages {
  static final int COUNT = 6;

  private static final int SIDE = 40;
  private static final int[] EXIF_ORIENTATION_6 = {
    0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0,
    3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
  };

  private OddImages() {}

  /** Writes one image of each kind. */
  static void write(Path folder) throws IOException {
    png(BufferedImage.TYPE_BYTE_GRAY, folder.resolve("grey.png"));
    png(BufferedImage.TYPE_INT_ARGB, folder.resolve("alpha.png"));
    png(BufferedImage.TYPE_USHORT_GRAY, folder.resolve("sixteen-bit.png"));
    png(BufferedImage.TYPE_BYTE_INDEXED, folder.resolve("palette.png"));
    Files.write(folder.resolve("cmyk.jpg"), jpeg(4));
    Files.write(folder.resolve("rotated.jpg"), rotated(jpeg(3)));
  }

  private static void png(int type, Path file) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE / 2, type);
    image.setRGB(3, 4, 0x80FF8040);
    ImageIO.write(image, "png", file.toFile());
  }

  private static byte[] jpeg(int bands) throws IOException {
    WritableRaster raster = Raster.createInterleavedRaster(0, SIDE, SIDE / 2, bands, null);
    raster.setSample(3, 4, 1, 200);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Puts the orientation behind the two bytes that every JPEG file begins with. */
  private static byte[] rotated(byte[] jpeg) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    for (int value : EXIF_ORIENTATION_6) {
      bytes.write(value);
    }
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }
}
