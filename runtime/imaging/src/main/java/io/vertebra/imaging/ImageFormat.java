package io.vertebra.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The file formats that are read, known by their first bytes and never by a file's name. */
enum ImageFormat {
  JPEG,
  PNG,
  BMP,
  GIF,
  TIFF,
  PNM;

  /** The longest signature. */
  private static final int HEAD = 8;

  /** Finds the format of a file's content. */
  static Optional<ImageFormat> of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (head.startsWith("BM")) {
      return Optional.of(BMP);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return Optional.of(TIFF);
    }
    if (head.matches("(?s)P[56]\\s.*")) {
      return Optional.of(PNM);
    }
    return Optional.empty();
  }
}
