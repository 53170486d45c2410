package io.vertebra.registry.config;

import java.util.Locale;
import java.util.Set;

/**
 * What a scalar without quotes is to a reader of YAML 1.1 like PyYAML, where that is not what it is
 * in YAML 1.2. Source: https://yaml.org/type/bool.html, int.html and float.html.
 */
final class Yaml11 {
  private static final Set<String> TRUE = Set.of("yes", "on");
  private static final Set<String> FALSE = Set.of("no", "off");
  private static final String EXPONENT = "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)[eE][-+]?[0-9]+";
  private static final String EXPONENT_1_1 = "[-+]?[0-9]*\\.[0-9]*[eE][-+][0-9]+";

  private Yaml11() {}

  /** Returns what a reader of YAML 1.1 takes a text without quotes for. */
  static Object value(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (TRUE.contains(word) || FALSE.contains(word)) {
      return TRUE.contains(word);
    }
    if (text.matches("[-+]?0[0-7_]+")) {
      return Long.parseLong(text.replace("_", ""), 8);
    }
    if (text.matches("[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+")) {
      return sexagesimal(text.replace("_", ""));
    }
    if (text.matches("[-+]?[1-9][0-9_]*")) {
      return Long.valueOf(text.replace("_", ""));
    }
    boolean noNumber = text.matches(EXPONENT) && !text.matches(EXPONENT_1_1);
    return noNumber ? text : CoreSchema.value(text);
  }

  private static long sexagesimal(String text) {
    long value = 0;
    for (String part : text.split(":", -1)) {
      value = value * 60 + Long.parseLong(part);
    }
    return value;
  }
}
