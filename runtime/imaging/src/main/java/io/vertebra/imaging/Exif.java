package io.vertebra.imaging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the orientation in an EXIF block. */
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;

  private Exif() {}

  /**
   * Reads the orientation of the main image. A block that is damaged or has none means upright, as
   * a picture with an unreadable note is still a picture.
   *
   * @param bytes the array that holds the block
   * @param offset the start of its TIFF header ("II" or "MM")
   * @param length the bytes of the block
   */
  static Orientation orientation(byte[] bytes, int offset, int length) {
    try {
      return find(ByteBuffer.wrap(bytes, offset, length).slice());
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return Orientation.UPRIGHT;
    }
  }

  private static Orientation find(ByteBuffer block) {
    block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = block.getInt(4);
    int entries = block.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if ((block.getShort(entry) & 0xffff) == ORIENTATION && block.getShort(entry + 2) == SHORT) {
        int code = block.getShort(entry + 8) & 0xffff;
        return code >= 1 && code <= 8 ? new Orientation(code) : Orientation.UPRIGHT;
      }
    }
    return Orientation.UPRIGHT;
  }
}
