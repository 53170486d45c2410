package io.vertebra.engine.data;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Direct buffers that are used again, as allocating them costs more than filling them. */
final class BatchBuffers {
  private static final int MOST_IDLE = 8;

  private final Deque<ByteBuffer> idle = new ArrayDeque<>();

  /** Gives a buffer of {@code bytes} bytes, to be given back by {@link #release}. */
  ByteBuffer acquire(int bytes) {
    synchronized (idle) {
      ByteBuffer buffer = idle.poll();
      if (buffer != null && buffer.capacity() >= bytes) {
        return buffer.clear().limit(bytes);
      }
    }
    return ByteBuffer.allocateDirect(bytes);
  }

  void release(ByteBuffer buffer) {
    synchronized (idle) {
      if (idle.size() < MOST_IDLE) {
        idle.push(buffer);
      }
    }
  }
}
