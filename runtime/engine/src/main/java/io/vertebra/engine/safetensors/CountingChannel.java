package io.vertebra.engine.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Writes every byte that it is given to another channel and counts them. */
final class CountingChannel implements WritableByteChannel {
  private final WritableByteChannel target;
  private long count;

  CountingChannel(WritableByteChannel target) {
    this.target = target;
  }

  long count() {
    return count;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    while (bytes.hasRemaining()) {
      count += target.write(bytes);
    }
    return length;
  }

  @Override
  public boolean isOpen() {
    return target.isOpen();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
