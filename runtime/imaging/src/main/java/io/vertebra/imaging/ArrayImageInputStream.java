package io.vertebra.imaging;

import javax.imageio.stream.ImageInputStreamImpl;

/** Lets ImageIO read from an array in place. */
final class ArrayImageInputStream extends ImageInputStreamImpl {
  private final byte[] bytes;
  private boolean exhausted;

  /**
   * Wraps an array. The stream holds nothing that needs closing.
   *
   * @param bytes the array, not copied
   */
  ArrayImageInputStream(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether a reader has asked for more than there is. */
  boolean isExhausted() {
    return exhausted;
  }

  @Override
  public int read() {
    bitOffset = 0;
    if (streamPos >= bytes.length) {
      exhausted = true;
      return -1;
    }
    return bytes[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) {
    bitOffset = 0;
    if (count == 0) {
      return 0;
    }
    int copied = (int) Math.min(count, bytes.length - streamPos);
    if (copied <= 0) {
      exhausted = true;
      return -1;
    }
    System.arraycopy(bytes, (int) streamPos, target, offset, copied);
    streamPos += copied;
    return copied;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
