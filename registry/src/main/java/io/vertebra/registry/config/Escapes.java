package io.vertebra.registry.config;

/**
 * Knows the characters that a YAML text holds as escapes only, or that would be lost to the eye.
 */
final class Escapes {
  private Escapes() {}

  /** Tells whether a code point has to be an escape in double quotes. */
  static boolean isNeeded(int codePoint) {
    return codePoint < ' '
        || (codePoint >= 0x7F && codePoint <= 0xA0)
        || codePoint == 0x2028
        || codePoint == 0x2029
        || isSurrogateOrPrivate(codePoint)
        || codePoint == 0xFEFF
        || codePoint == 0xFFFE
        || codePoint == 0xFFFF;
  }

  private static boolean isSurrogateOrPrivate(int codePoint) {
    return codePoint >= 0xD800 && codePoint <= 0xF8FF;
  }

  /** Appends a code point below U+10000 as an escape that YAML and JSON know. */
  static void append(StringBuilder out, int codePoint) {
    out.append(String.format("\\u%04X", codePoint));
  }
}
