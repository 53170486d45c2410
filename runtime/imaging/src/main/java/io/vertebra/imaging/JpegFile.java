package io.vertebra.imaging;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the marker segments of a JPEG file (ITU-T T.81, annex B) up to the first scan and writes
 * them anew without application data, with one marker that says which colours it holds. So the
 * decoder behind guesses nothing, converts by no embedded profile and stumbles over no metadata.
 */
final class JpegFile {
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int BASELINE_FRAME = 0xc0;
  private static final int PROGRESSIVE_FRAME = 0xc2;
  private static final int START_OF_SCAN = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean jfif;
  private int adobeTransform = -1;
  private int height;
  private int width;
  private int bits;
  private byte[] componentIds = {};
  private byte[] sampling = {};
  private int frame;
  private int scan;

  /**
   * Reads the segments.
   *
   * @param bytes the file, from its start-of-image marker on
   * @throws EOFException if it ends before the first scan
   * @throws IOException if it is not made of segments
   */
  JpegFile(byte[] bytes) throws IOException {
    this.bytes = bytes;
    int position = 2;
    while (scan == 0) {
      position = segment(position);
    }
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** Channels in the file: 1 grey, 3 colour, 4 CMYK or YCCK. */
  int components() {
    return componentIds.length;
  }

  /** Whether the picture comes in several scans, coarse first (SOF2). */
  boolean isProgressive() {
    return frame == PROGRESSIVE_FRAME;
  }

  /**
   * Whether it is of the kind of nearly all files: 8 bits, Huffman codes, grey or three colours.
   */
  boolean isOrdinary() {
    return frame >= BASELINE_FRAME
        && frame <= PROGRESSIVE_FRAME
        && bits == 8
        && (components() == 1 || components() == 3);
  }

  /** Whether a channel has all columns but half of the rows, as in upright photos turned once. */
  boolean isHalvedInRows() {
    int columns = 0;
    int rows = 0;
    for (byte each : sampling) {
      columns = Math.max(columns, each >> 4);
      rows = Math.max(rows, each & 0xf);
    }
    for (byte each : sampling) {
      if (each >> 4 == columns && (each & 0xf) * 2 == rows) {
        return true;
      }
    }
    return false;
  }

  /** Whether an end-of-image marker follows the first scan. */
  boolean hasEnd() {
    for (int i = bytes.length - 2; i > scan; i--) {
      if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }

  Orientation orientation() {
    return orientation;
  }

  /**
   * Whether the first three channels are luma and chroma. As libjpeg decides: by the Adobe marker
   * or the JFIF marker, else by the components' names.
   */
  boolean isLumaChroma() {
    if (components() == 4) {
      return adobeTransform == 2;
    }
    if (components() != 3 || jfif) {
      return components() == 3;
    }
    if (adobeTransform >= 0) {
      return adobeTransform != 0;
    }
    return !Arrays.equals(componentIds, new byte[] {'R', 'G', 'B'});
  }

  /** The file without application data. */
  byte[] clean() {
    byte[] head = cleanHead();
    byte[] file = Arrays.copyOf(head, head.length + bytes.length - scan);
    System.arraycopy(bytes, scan, file, head.length, bytes.length - scan);
    return file;
  }

  /** What stands before the first scan. */
  private byte[] cleanHead() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(tables.size() + 32);
    out.write(0xff);
    out.write(START_OF_IMAGE);
    if (components() == 1 || (components() == 3 && isLumaChroma())) {
      writeSegment(out, APP0, JFIF, 1, 1, 0, 0, 1, 0, 1, 0, 0);
    } else {
      int transform = isLumaChroma() ? 2 : 0;
      writeSegment(out, APP14, ADOBE, 0, 100, 0, 0, 0, 0, transform);
    }
    out.writeBytes(tables.toByteArray());
    return out.toByteArray();
  }

  private static void writeSegment(
      ByteArrayOutputStream out, int marker, byte[] name, int... values) {
    out.write(0xff);
    out.write(marker);
    out.write(0);
    out.write(2 + name.length + values.length);
    out.writeBytes(name);
    for (int value : values) {
      out.write(value);
    }
  }

  private int segment(int position) throws IOException {
    if (at(position) != 0xff) {
      throw new IOException("no marker at byte " + position);
    }
    int marker = at(position + 1);
    if (marker == 0xff) {
      return position + 1;
    }
    if (marker == START_OF_SCAN) {
      scan = position;
      return position;
    }
    int content = position + 4;
    int end = position + 2 + word(position + 2);
    if (end > bytes.length) {
      throw new EOFException();
    }
    read(marker, content, end);
    if (marker != COMMENT && (marker < APP0 || marker > APP15)) {
      tables.write(bytes, position, end - position);
    }
    return Math.max(end, content);
  }

  private void read(int marker, int content, int end) throws IOException {
    if (isFrame(marker)) {
      frame = marker;
      readFrame(content);
    } else if (marker == APP0) {
      jfif |= startsWith(content, end, JFIF);
    } else if (marker == APP1 && startsWith(content, end, EXIF)) {
      int start = content + EXIF.length;
      orientation = Exif.orientation(bytes, start, end - start);
    } else if (marker == APP14 && startsWith(content, end, ADOBE) && end - content >= 12) {
      adobeTransform = at(content + 11);
    }
  }

  /** SOF0 to SOF15; the range also holds DHT (c4), JPG (c8) and DAC (cc). */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private void readFrame(int content) throws IOException {
    bits = at(content);
    height = word(content + 1);
    width = word(content + 3);
    componentIds = new byte[at(content + 5)];
    sampling = new byte[componentIds.length];
    for (int i = 0; i < componentIds.length; i++) {
      componentIds[i] = (byte) at(content + 6 + 3 * i);
      sampling[i] = (byte) at(content + 7 + 3 * i);
    }
  }

  private boolean startsWith(int content, int end, byte[] name) {
    return end - content >= name.length
        && Arrays.equals(bytes, content, content + name.length, name, 0, name.length);
  }

  private int word(int position) throws EOFException {
    return (at(position) << 8) | at(position + 1);
  }

  private int at(int position) throws EOFException {
    if (position >= bytes.length) {
      throw new EOFException();
    }
    return bytes[position] & 0xff;
  }
}
