package io.vertebra.imaging;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageDecodeException;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.image.ResizeBackend;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The host's image operations, on memory from one pool. */
public final class HostImageOps implements ImageOps {
  /** The pixels above which Pillow warns of a decompression bomb. */
  public static final long DEFAULT_MAX_PIXELS = 89_478_485;

  private final BufferPool pool;
  private final NativeLibrary library;
  private final ImageDecoder decoder;

  /**
   * Makes the operations.
   *
   * @param pool where the memory of all results comes from
   * @param maxPixels the most pixels of a file that is decoded, 1 to 715827882
   */
  public HostImageOps(BufferPool pool, long maxPixels) {
    this(pool, maxPixels, new NativeLibrary(OpenCv::load));
  }

  HostImageOps(BufferPool pool, long maxPixels, NativeLibrary library) {
    this.pool = requireNonNull(pool, "pool is null");
    this.library = library;
    this.decoder = new ImageDecoder(pool, new SizeLimit(maxPixels), library);
  }

  /**
   * Tells which native library decodes JPEG files, and loads it, which it otherwise is once there
   * are many of them.
   *
   * @return its name, version and place, or that there is none and why; Java decodes alone then
   */
  public String nativeDecoder() {
    return library.description();
  }

  @Override
  public ImageBuffer allocate(int height, int width, int channels) {
    return pool.image(height, width, channels);
  }

  @Override
  public ImageBuffer decode(byte[] bytes, String name, ColorType type) throws ImageDecodeException {
    return decoder.decode(
        requireNonNull(bytes, "bytes is null"),
        requireNonNull(name, "name is null"),
        requireNonNull(type, "type is null"),
        ImageDecoder.FULL_SIZE);
  }

  @Override
  public ImageBuffer decodeReduced(byte[] bytes, String name, ColorType type, int leastSide)
      throws ImageDecodeException {
    if (leastSide < 1) {
      throw new IllegalArgumentException("leastSide must be at least 1, not " + leastSide);
    }
    return decoder.decode(
        requireNonNull(bytes, "bytes is null"),
        requireNonNull(name, "name is null"),
        requireNonNull(type, "type is null"),
        leastSide);
  }

  @Override
  public ImageBuffer decode(ByteBuffer bytes, String name, ColorType type)
      throws ImageDecodeException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(bytes.position(), copy);
    return decode(copy, name, type);
  }

  @Override
  public ImageBuffer resize(
      ImageBuffer source,
      int height,
      int width,
      Interpolation interpolation,
      ResizeBackend backend) {
    ImageBuffer.byteCount(height, width, source.channels());
    Resamplers.Size from = new Resamplers.Size(source.height(), source.width());
    Resamplers.Size to = new Resamplers.Size(height, width);
    Resampler resampler = resampler(backend, interpolation, from, to);
    return made(height, width, source, target -> resampler.resample(source, target));
  }

  /**
   * Takes OpenCV itself for its bilinear rule alone: of the others its builds make pixels that
   * differ, so that the same run would not give the same on another machine.
   */
  private Resampler resampler(
      ResizeBackend backend,
      Interpolation interpolation,
      Resamplers.Size from,
      Resamplers.Size to) {
    boolean exact = backend == ResizeBackend.CV2 && interpolation == Interpolation.BILINEAR;
    Optional<NativeOperations> operations = exact ? library.ifLoaded() : Optional.empty();
    return operations.isPresent()
        ? operations.get()::resizeBilinear
        : Resamplers.of(backend, interpolation, from, to);
  }

  @Override
  public ImageBuffer crop(ImageBuffer source, int top, int left, int height, int width) {
    ImageBuffer.byteCount(height, width, source.channels());
    if (top < 0 || left < 0 || height > source.height() - top || width > source.width() - left) {
      throw new IllegalArgumentException(
          "The crop of %d x %d at row %d, column %d reaches over the edge of an image of %d x %d"
              .formatted(height, width, top, left, source.height(), source.width()));
    }
    return made(height, width, source, target -> PixelMoves.crop(source, top, left, target));
  }

  @Override
  public ImageBuffer flip(ImageBuffer source, FlipDirection direction) {
    requireNonNull(direction, "direction is null");
    Optional<NativeOperations> operations = library.ifLoaded();
    return made(
        source.height(),
        source.width(),
        source,
        operations.isPresent()
            ? target -> operations.get().flip(source, direction, target)
            : target -> PixelMoves.flip(source, direction, target));
  }

  /** Fills a new image; it goes back to the pool where that fails. */
  private ImageBuffer made(int height, int width, ImageBuffer source, Filling filling) {
    ImageBuffer target = pool.image(height, width, source.channels());
    boolean done = false;
    try {
      filling.fill(target);
      done = true;
      return target;
    } finally {
      if (!done) {
        target.close();
      }
    }
  }

  /** Sets all values of an image. */
  private interface Filling {
    void fill(ImageBuffer target);
  }
}
