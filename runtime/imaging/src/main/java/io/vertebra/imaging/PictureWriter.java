package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG or JPEG files, with the JDK's own writers. */
public final class PictureWriter {
  private static final float JPEG_QUALITY = 0.95f;

  /**
   * Writes a picture. Missing folders are made; a file that is there is replaced.
   *
   * @param picture an RGB picture
   * @param file the target; its name ends with {@code .png}, {@code .jpg} or {@code .jpeg}
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws IOException if the file cannot be written
   */
  public void write(BufferedImage picture, Path file) throws IOException {
    byte[] bytes = encode(picture, format(file));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, bytes);
  }

  /**
   * Writes an image. Missing folders are made; a file that is there is replaced.
   *
   * @param image the image; stays with its owner
   * @param file the target; its name ends with {@code .png}, {@code .jpg} or {@code .jpeg}
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws IOException if the file cannot be written
   */
  public void write(ImageBuffer image, Path file) throws IOException {
    write(BufferedImages.of(image), file);
  }

  private static String format(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return "png";
    }
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return "jpeg";
    }
    throw new IllegalArgumentException(
        "Cannot tell the format of '%s' by its name; use .png, .jpg or .jpeg".formatted(file));
  }

  private static byte[] encode(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = provider(format).createWriterInstance();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static ImageWriterSpi provider(String format) {
    Iterator<ImageWriterSpi> all =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageWriterSpi.class, provider -> isJdks((ImageWriterSpi) provider, format), false);
    if (!all.hasNext()) {
      throw new IllegalStateException("This Java runtime has no writer of " + format + " images");
    }
    return all.next();
  }

  private static boolean isJdks(ImageWriterSpi provider, String format) {
    return provider.getClass().getModule() == ImageIO.class.getModule()
        && List.of(provider.getFormatNames()).contains(format);
  }
}
