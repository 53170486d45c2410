package io.vertebra.plugins.visualizers;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON (RFC 8259); numbers that are not finite as {@code NaN} and {@code Infinity}. */
final class JsonText {
  private static final char FIRST_PRINTABLE = 0x20;

  private JsonText() {}

  /** An object of values that are JSON already, on one line. */
  static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> quote(member.getKey()) + ": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A string with its quotes. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
