package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps native memory for images, since the JVM gives direct buffers back late and clears new ones.
 * Blocks come in size classes, four to a doubling, so that at most a fifth of a block lies idle in
 * use. The pool keeps at most a given number of unused bytes: what comes back beyond that pushes
 * out blocks of the class that holds the most, and those are left to the garbage collector.
 *
 * <p>May be used from many threads.
 */
public final class BufferPool {
  private static final int SMALLEST = 1024;

  private final long maxIdleBytes;
  private final Map<Integer, Deque<ByteBuffer>> idle = new HashMap<>();
  private long idleBytes;
  private int live;

  /**
   * Makes an empty pool.
   *
   * @param maxIdleBytes the most bytes kept for later use; 0 keeps none
   */
  public BufferPool(long maxIdleBytes) {
    if (maxIdleBytes < 0) {
      throw new IllegalArgumentException(
          "maxIdleBytes must be at least 0, not %d".formatted(maxIdleBytes));
    }
    this.maxIdleBytes = maxIdleBytes;
  }

  /**
   * Gives an image whose memory comes from this pool and goes back when the image is closed.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param channels 1 or 3
   * @return an image with undefined pixels, owned by the caller
   */
  public ImageBuffer image(int height, int width, int channels) {
    long size = ImageBuffer.byteCount(height, width, channels);
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "An image of %d x %d x %d has %d bytes; at most %d fit in one buffer"
              .formatted(height, width, channels, size, Integer.MAX_VALUE));
    }
    ByteBuffer block = take(sizeClass((int) size));
    return new ImageBuffer(height, width, channels, block, () -> giveBack(block));
  }

  /**
   * The number of images that were given out and are not closed yet. It is 0 where nothing leaks.
   *
   * @return the count
   */
  public synchronized int live() {
    return live;
  }

  /**
   * The bytes that are kept for later use.
   *
   * @return a size of at most the pool's bound
   */
  public synchronized long idleBytes() {
    return idleBytes;
  }

  private ByteBuffer take(int size) {
    synchronized (this) {
      live++;
      Deque<ByteBuffer> blocks = idle.get(size);
      if (blocks != null && !blocks.isEmpty()) {
        idleBytes -= size;
        return blocks.pop();
      }
    }
    return allocate(size);
  }

  private ByteBuffer allocate(int size) {
    boolean done = false;
    try {
      ByteBuffer block = ByteBuffer.allocateDirect(size);
      done = true;
      return block;
    } finally {
      if (!done) {
        synchronized (this) {
          live--;
        }
      }
    }
  }

  private synchronized void giveBack(ByteBuffer block) {
    live--;
    if (block.capacity() > maxIdleBytes) {
      return;
    }
    idle.computeIfAbsent(block.capacity(), size -> new ArrayDeque<>()).push(block);
    idleBytes += block.capacity();
    while (idleBytes > maxIdleBytes) {
      idleBytes -= largestClass().removeLast().capacity();
    }
  }

  private Deque<ByteBuffer> largestClass() {
    return idle.entrySet().stream()
        .max(Map.Entry.comparingByKey((a, b) -> Long.compare(bytesOf(a), bytesOf(b))))
        .orElseThrow()
        .getValue();
  }

  private long bytesOf(int size) {
    return (long) size * idle.get(size).size();
  }

  /** Rounds up to 4, 5, 6 or 7 times a power of two. */
  static int sizeClass(int size) {
    if (size <= SMALLEST) {
      return SMALLEST;
    }
    int step = Integer.highestOneBit(size - 1) / 4;
    long rounded = ((long) size + step - 1) / step * step;
    return (int) Math.min(rounded, Integer.MAX_VALUE);
  }
}
