package io.vertebra.imaging;

import javax.imageio.stream.ImageInputStreamImpl;

/** Lets ImageIO read from an array in place. */
final class ArrayImageInputStream extends ImageInputStreamImpl {
  private final byte[] bytes;
  private final int length;

  /**
   * Wraps an array.
   *
   * @param bytes the array, not copied
   * @param length how many of its bytes count
   */
  ArrayImageInputStream(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < length ? bytes[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) {
    bitOffset = 0;
    if (count == 0) {
      return 0;
    }
    int copied = (int) Math.min(count, length - streamPos);
    if (copied <= 0) {
      return -1;
    }
    System.arraycopy(bytes, (int) streamPos, target, offset, copied);
    streamPos += copied;
    return copied;
  }

  @Override
  public long length() {
    return length;
  }
}
