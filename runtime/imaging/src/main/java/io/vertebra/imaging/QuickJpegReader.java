package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Decodes JPEG files of the ordinary kind with the native library, straight into pooled memory. All
 * others are left to {@link PictureReader}, which knows more kinds and says what is wrong with a
 * file. Both give the same pixels, but for channels that are halved in rows alone, which libjpeg of
 * the JDK does not smooth: those files wait for the library.
 */
final class QuickJpegReader {
  /** The grey that stands where the data of a file has ended, and how many of it tell. */
  private static final byte MISSING = (byte) 128;

  private static final int TELLING_PIXELS = 16;

  private final BufferPool pool;
  private final SizeLimit limit;
  private final NativeLibrary library;

  QuickJpegReader(BufferPool pool, SizeLimit limit, NativeLibrary library) {
    this.pool = pool;
    this.limit = limit;
    this.library = library;
  }

  /**
   * Reads a file.
   *
   * @param bytes the file, from its start-of-image marker on
   * @param leastSide what the shorter side must keep of its length where the file is longer
   * @return the picture in three channels, to be closed by the caller; empty where another reader
   *     has to look at the file
   */
  Optional<Picture> read(byte[] bytes, int leastSide) {
    Optional<JpegFile> found = ordinary(bytes);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JpegFile file = found.get();
    Reduction reduction = Reduction.keeping(leastSide, file.height(), file.width());
    boolean waits = reduction != Reduction.NONE || file.isHalvedInRows();
    Optional<NativeOperations> decoder = waits ? library.loaded() : library.forPicture();
    return decoder
        .flatMap(each -> decode(each, file, reduction))
        .map(image -> new Picture(image, file.orientation()));
  }

  private Optional<JpegFile> ordinary(byte[] bytes) {
    try {
      JpegFile file = new JpegFile(bytes);
      limit.check(file.height(), file.width());
      boolean usable = file.isOrdinary() && file.height() > 0 && file.width() > 0 && file.hasEnd();
      return usable ? Optional.of(file) : Optional.empty();
    } catch (IOException e) {
      // The other reader finds the same, and tells.
      return Optional.empty();
    }
  }

  private Optional<ImageBuffer> decode(
      NativeOperations decoder, JpegFile file, Reduction reduction) {
    ImageBuffer image =
        pool.image(reduction.of(file.height()), reduction.of(file.width()), Pixels.COLORS);
    boolean done = false;
    try {
      done = decoder.decode(file.clean(), reduction, image) && !endsGrey(image);
      return done ? Optional.of(image) : Optional.empty();
    } finally {
      if (!done) {
        image.close();
      }
    }
  }

  /** Whether data may be missing at the end: the library does not tell. */
  private static boolean endsGrey(ImageBuffer image) {
    ByteBuffer pixels = image.pixels();
    int telling = Math.min(TELLING_PIXELS, image.width()) * image.channels();
    for (int i = pixels.limit() - telling; i < pixels.limit(); i++) {
      if (pixels.get(i) != MISSING) {
        return false;
      }
    }
    return true;
  }

  /**
   * What a file holds.
   *
   * @param image the picture, not yet upright
   * @param orientation how it stands
   */
  record Picture(ImageBuffer image, Orientation orientation) {}
}
