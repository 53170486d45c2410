package io.vertebra.api.image;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An 8-bit image in native memory: rows from top to bottom, H x W x C with the channels of a pixel
 * side by side. C is 1 (grey) or 3 (blue, green, red: the order of OpenCV, in which MMPretrain's
 * pipelines count pad colours and channel weights).
 *
 * <p>A buffer has one owner, who closes it once; later calls of {@link #close()} do nothing. Its
 * memory is used again after that, so a view from {@link #pixels()} must not outlive the buffer.
 * Any thread may read or close; writing while others read is the owner's to arrange.
 */
public final class ImageBuffer implements AutoCloseable {
  private final int height;
  private final int width;
  private final int channels;
  private final ByteBuffer memory;
  private final AtomicReference<Runnable> release;

  /**
   * Wraps memory as an image.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param channels 1 or 3
   * @param memory a direct buffer; its first H * W * C bytes, counted from index 0, become the
   *     image, whatever its position and limit are
   * @param release called once, when the image is closed; takes the memory back
   */
  public ImageBuffer(int height, int width, int channels, ByteBuffer memory, Runnable release) {
    long size = byteCount(height, width, channels);
    requireNonNull(memory, "memory is null");
    if (!memory.isDirect()) {
      throw new IllegalArgumentException("The memory of an image must be a direct buffer");
    }
    if (memory.capacity() < size) {
      throw new IllegalArgumentException(
          "An image of %d x %d x %d needs %d bytes, the buffer has %d"
              .formatted(height, width, channels, size, memory.capacity()));
    }
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.memory = memory.slice(0, (int) size);
    this.release = new AtomicReference<>(requireNonNull(release, "release is null"));
  }

  /**
   * Counts the bytes of an image.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param channels 1 or 3
   * @return H * W * C
   * @throws IllegalArgumentException where a size is out of range
   */
  public static long byteCount(int height, int width, int channels) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "An image of %d x %d (height x width) has no pixels: both must be at least 1"
              .formatted(height, width));
    }
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          "An image has 1 channel (grey) or 3 (blue, green, red), not " + channels);
    }
    return Math.multiplyExact((long) height * width, channels);
  }

  /**
   * The number of rows.
   *
   * @return the height in pixels
   */
  public int height() {
    return height;
  }

  /**
   * The number of columns.
   *
   * @return the width in pixels
   */
  public int width() {
    return width;
  }

  /**
   * The number of values of a pixel.
   *
   * @return 1 or 3
   */
  public int channels() {
    return channels;
  }

  /**
   * Gives a view of the pixels: direct, position 0, limit H * W * C. Each call makes a new view of
   * the same memory, so positions are not shared. Do not use it after the buffer is closed.
   *
   * @return the pixels, H x W x C
   * @throws IllegalStateException if the buffer is closed
   */
  public ByteBuffer pixels() {
    if (release.get() == null) {
      throw new IllegalStateException(
          "The image of %d x %d x %d is closed; its pixels belong to another image now"
              .formatted(height, width, channels));
    }
    return memory.duplicate();
  }

  /** Gives the memory back. Only the first call does anything. */
  @Override
  public void close() {
    Runnable action = release.getAndSet(null);
    if (action != null) {
      action.run();
    }
  }

  @Override
  public String toString() {
    return "ImageBuffer[%d x %d x %d]".formatted(height, width, channels);
  }
}
