package io.vertebra.imaging;

import java.io.EOFException;
import java.io.IOException;

/** Reads binary PGM (P5) and PPM (P6) files as netpbm describes them. */
final class PnmFile {
  private final byte[] bytes;
  private int position = 2;

  /**
   * Opens a file.
   *
   * @param bytes the file; it starts with P5 or P6
   */
  PnmFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the picture. Of two-byte samples the upper byte is kept, others are taken as they are,
   * whatever the file's maximum is; so does OpenCV.
   *
   * @throws EOFException if the file is cut short
   * @throws IOException if its header is damaged or the picture is too large
   */
  Pixels read(SizeLimit limit) throws IOException {
    int channels = bytes[1] == '6' ? 3 : 1;
    int width = number();
    int height = number();
    int maximum = number();
    if (width < 1 || height < 1 || maximum < 1 || maximum > 0xffff) {
      throw new IOException(
          "its header says width %d, height %d, maximum %d".formatted(width, height, maximum));
    }
    limit.check(height, width);
    return new Pixels(height, width, channels, samples(height * width * channels, maximum));
  }

  private byte[] samples(int count, int maximum) throws IOException {
    int sampleBytes = maximum > 0xff ? 2 : 1;
    int start = position + 1;
    if ((long) count * sampleBytes > bytes.length - start) {
      throw new EOFException();
    }
    byte[] data = new byte[count];
    for (int i = 0; i < count; i++) {
      data[i] = bytes[start + i * sampleBytes];
    }
    if (bytes[1] == '6') {
      swapRedAndBlue(data);
    }
    return data;
  }

  private static void swapRedAndBlue(byte[] data) {
    for (int i = 0; i < data.length; i += 3) {
      byte red = data[i];
      data[i] = data[i + 2];
      data[i + 2] = red;
    }
  }

  private int number() throws IOException {
    skipBlanks();
    int start = position;
    long value = 0;
    while (Character.isDigit(at(position)) && value <= Integer.MAX_VALUE) {
      value = 10 * value + at(position++) - '0';
    }
    if (position == start || value > Integer.MAX_VALUE) {
      throw new IOException("its header has no number at byte " + start);
    }
    return (int) value;
  }

  private void skipBlanks() throws IOException {
    while (Character.isWhitespace(at(position)) || at(position) == '#') {
      boolean comment = at(position++) == '#';
      while (comment && at(position) != '\n') {
        position++;
      }
    }
  }

  private char at(int index) throws EOFException {
    if (index >= bytes.length) {
      throw new EOFException();
    }
    return (char) (bytes[index] & 0xff);
  }
}
