package io.vertebra.imaging;

import java.awt.image.DataBufferByte;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Reads files with ImageIO, without its registry scan and without its cache on disk. */
final class PictureReader {
  private final ReaderProviders providers = new ReaderProviders();
  private final SizeLimit limit;

  PictureReader(SizeLimit limit) {
    this.limit = limit;
  }

  /**
   * Reads a file.
   *
   * @throws EOFException if it is cut short
   * @throws UnsupportedImageException if it is of a kind that is not read, or too large
   * @throws IOException if it is damaged
   */
  StoredPicture read(ImageFormat format, byte[] bytes) throws IOException {
    return switch (format) {
      case JPEG -> readJpeg(bytes);
      case PNG -> new StoredPicture(readPixels(format, bytes), PngOrientation.of(bytes));
      case TIFF ->
          new StoredPicture(readPixels(format, bytes), Exif.orientation(bytes, 0, bytes.length));
      case PNM -> new StoredPicture(new PnmFile(bytes).read(limit), Orientation.UPRIGHT);
      case BMP, GIF -> new StoredPicture(readPixels(format, bytes), Orientation.UPRIGHT);
    };
  }

  private Pixels readPixels(ImageFormat format, byte[] bytes) throws IOException {
    ImageReader reader = providers.reader(format);
    Warnings warnings = new Warnings();
    ArrayImageInputStream stream = new ArrayImageInputStream(bytes);
    try {
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(stream, false, true);
      limit.check(reader.getHeight(0), reader.getWidth(0));
      Pixels pixels = RasterPixels.of(reader.read(0));
      warnings.check();
      return pixels;
    } catch (IOException | RuntimeException e) {
      if (stream.isExhausted()) {
        throw atEnd(e);
      }
      throw e;
    } finally {
      reader.dispose();
    }
  }

  private static EOFException atEnd(Exception cause) {
    EOFException end = new EOFException();
    end.initCause(cause);
    return end;
  }

  private StoredPicture readJpeg(byte[] bytes) throws IOException {
    JpegFile file = new JpegFile(bytes);
    limit.check(file.height(), file.width());
    if (file.isProgressive() && !file.hasEnd()) {
      // A cut between two scans leaves a picture that is whole but coarse.
      throw new EOFException();
    }
    Pixels pixels =
        switch (file.components()) {
          case 1, 3 -> readPixels(ImageFormat.JPEG, file.clean());
          case 4 -> readCmyk(file);
          default ->
              throw new UnsupportedImageException(
                  "it has %d colour channels, not 1, 3 or 4".formatted(file.components()));
        };
    return new StoredPicture(pixels, file.orientation());
  }

  private Pixels readCmyk(JpegFile file) throws IOException {
    byte[] bytes = file.clean();
    ImageReader reader = providers.reader(ImageFormat.JPEG);
    Warnings warnings = new Warnings();
    try {
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(new ArrayImageInputStream(bytes), false, true);
      var data = (DataBufferByte) reader.readRaster(0, null).getDataBuffer();
      warnings.check();
      return CmykPixels.of(file.height(), file.width(), data.getData(), file.isLumaChroma());
    } finally {
      reader.dispose();
    }
  }

  /** Keeps a warning that means missing data; libjpeg fills the rest of the picture with grey. */
  private static final class Warnings implements IIOReadWarningListener {
    private boolean premature;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      premature |= warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    void check() throws EOFException {
      if (premature) {
        throw new EOFException();
      }
    }
  }
}
