package io.vertebra.imaging;

import java.nio.ByteBuffer;

/** Finds the {@code eXIf} chunk of a PNG file (PNG, third edition, 11.3.4.5). */
final class PngOrientation {
  private static final int EXIF = 0x65584966;
  private static final int FIRST_CHUNK = 8;
  private static final int AROUND = 12;

  private PngOrientation() {}

  /** Reads the orientation; upright where the file says nothing. */
  static Orientation of(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    int chunk = FIRST_CHUNK;
    while (chunk + AROUND <= bytes.length) {
      int length = file.getInt(chunk);
      if (length < 0 || length > bytes.length - chunk - AROUND) {
        break;
      }
      if (file.getInt(chunk + 4) == EXIF) {
        return Exif.orientation(bytes, chunk + 8, length);
      }
      chunk += AROUND + length;
    }
    return Orientation.UPRIGHT;
  }
}
