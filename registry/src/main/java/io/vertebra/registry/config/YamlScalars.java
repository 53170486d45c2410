package io.vertebra.registry.config;

import java.util.Locale;
import java.util.Set;

/**
 * Writes scalars so that they are read back as the same value. Texts that a reader of YAML 1.1
 * would take for something else are put in quotes too.
 */
final class YamlScalars {
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "none");

  private YamlScalars() {}

  static String written(ScalarNode scalar) {
    Object value = scalar.value();
    if (value instanceof String string) {
      return text(string);
    }
    return value instanceof Number ? number(scalar) : String.valueOf(value);
  }

  // A number keeps the spelling of its author: 1e-4 does not become 1.0E-4.
  private static String number(ScalarNode scalar) {
    boolean spelt = scalar.value().equals(CoreSchema.value(scalar.text()));
    return spelt ? scalar.text() : scalar.value().toString();
  }

  /** Returns a text without quotes where it needs none, else in single or double quotes. */
  static String text(String text) {
    if (isPlain(text)) {
      return text;
    }
    boolean single = !text.contains("{{") && text.codePoints().noneMatch(Escapes::isNeeded);
    return single ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty()
        || !isFirst(text.charAt(0))
        || text.endsWith(" ")
        || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    return text.chars().allMatch(c -> isFirst((char) c) || " .-+@%".indexOf(c) >= 0 || isDigit(c));
  }

  private static boolean isFirst(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> escape(c, out));
    // Two braces would begin a reference where the text is read again.
    return out.append('"').toString().replace("{{", "{\\x7B");
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (Escapes.isNeeded(c)) {
          Escapes.append(out, c);
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
