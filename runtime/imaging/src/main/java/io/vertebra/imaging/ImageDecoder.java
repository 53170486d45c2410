package io.vertebra.imaging;

import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageDecodeException;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/** Decodes files into pooled memory and says what is wrong with those that it cannot decode. */
final class ImageDecoder {
  private static final int SHOWN_BYTES = 8;

  /** A side that no picture has, so that all of them keep their size. */
  static final int FULL_SIZE = Integer.MAX_VALUE;

  private final BufferPool pool;
  private final QuickJpegReader quick;
  private final PictureReader reader;

  ImageDecoder(BufferPool pool, SizeLimit limit, NativeLibrary library) {
    this.pool = pool;
    this.quick = new QuickJpegReader(pool, limit, library);
    this.reader = new PictureReader(limit);
  }

  /**
   * See {@link io.vertebra.api.image.ImageOps#decodeReduced}.
   *
   * @param leastSide the least length of the shorter side, or {@link #FULL_SIZE}
   */
  ImageBuffer decode(byte[] bytes, String name, ColorType type, int leastSide)
      throws ImageDecodeException {
    ImageFormat format = ImageFormat.of(bytes).orElseThrow(() -> notAnImage(bytes, name));
    if (format == ImageFormat.JPEG) {
      Optional<QuickJpegReader.Picture> picture = quick.read(bytes, leastSide);
      if (picture.isPresent()) {
        return finished(picture.get(), type);
      }
    }
    StoredPicture picture = read(format, bytes, name);
    return finished(picture.pixels(), picture.orientation(), type);
  }

  /** Takes the picture over. */
  private ImageBuffer finished(QuickJpegReader.Picture picture, ColorType type) {
    boolean stays = !type.isUpright() || picture.orientation().equals(Orientation.UPRIGHT);
    if (stays && type.channels() == picture.image().channels()) {
      return picture.image();
    }
    try (ImageBuffer stored = picture.image()) {
      return finished(Pixels.of(stored), picture.orientation(), type);
    }
  }

  private ImageBuffer finished(Pixels stored, Orientation orientation, ColorType type) {
    return turned(
        stored.withChannels(type.channels()), type.isUpright() ? orientation : Orientation.UPRIGHT);
  }

  private ImageBuffer turned(Pixels stored, Orientation orientation) {
    boolean swaps = orientation.swapsAxes();
    ImageBuffer image =
        pool.image(
            swaps ? stored.width() : stored.height(),
            swaps ? stored.height() : stored.width(),
            stored.channels());
    orientation.write(stored, image);
    return image;
  }

  private StoredPicture read(ImageFormat format, byte[] bytes, String name)
      throws ImageDecodeException {
    try {
      return reader.read(format, bytes);
    } catch (UnsupportedImageException e) {
      throw new ImageDecodeException(
          "The %s image '%s' is not read: %s".formatted(format, name, e.getMessage()), e);
    } catch (IOException | RuntimeException e) {
      // ImageIO's readers answer damaged files with all kinds of unchecked exceptions as well.
      throw new ImageDecodeException(
          isCutShort(e)
              ? "The %s image '%s' is cut short: its %d bytes end before the picture does"
                  .formatted(format, name, bytes.length)
              : "The %s image '%s' is damaged: %s".formatted(format, name, reason(e)),
          e);
    }
  }

  private static boolean isCutShort(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static ImageDecodeException notAnImage(byte[] bytes, String name) {
    if (bytes.length == 0) {
      return new ImageDecodeException("The file '%s' is no image: it is empty".formatted(name));
    }
    int shown = Math.min(SHOWN_BYTES, bytes.length);
    return new ImageDecodeException(
        "The file '%s' is no image that is read: it starts with the bytes %s; JPEG, PNG, BMP, GIF, TIFF, PGM and PPM are read"
            .formatted(name, HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown)));
  }
}
