package io.vertebra.registry.config;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scalar without quotes stands for.
 *
 * <p>Source: YAML 1.2.2, section 10.3.2 (core schema). So {@code 1e-4} is a number, and {@code
 * yes}, {@code 1_000} and {@code 1:30} are texts.
 */
final class CoreSchema {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSES = Set.of("false", "False", "FALSE");
  private static final Set<String> INFINITIES = Set.of(".inf", ".Inf", ".INF");
  private static final Set<String> NANS = Set.of(".nan", ".NaN", ".NAN");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]++");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]++");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");

  // A number of a million digits is not a number anyone means, and its conversion takes minutes.
  private static final int LONGEST_NUMBER = 400;

  private CoreSchema() {}

  /** Returns null, a Boolean, a Long, a BigInteger, a Double or the text itself. */
  static Object value(String text) {
    if (NULLS.contains(text)) {
      return null;
    }
    if (TRUES.contains(text)) {
      return true;
    }
    if (FALSES.contains(text)) {
      return false;
    }
    return text.length() <= LONGEST_NUMBER && couldBeNumber(text.charAt(0)) ? number(text) : text;
  }

  private static boolean couldBeNumber(char first) {
    return (first >= '0' && first <= '9') || first == '.' || first == '-' || first == '+';
  }

  private static Object number(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return integer(text, 10);
    }
    if (OCTAL.matcher(text).matches()) {
      return integer(text.substring(2), 8);
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return integer(text.substring(2), 16);
    }
    return FLOAT.matcher(text).matches() ? (Object) Double.valueOf(text) : special(text);
  }

  private static Object integer(String digits, int radix) {
    BigInteger value = new BigInteger(digits, radix);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private static Object special(String text) {
    if (NANS.contains(text)) {
      return Double.NaN;
    }
    boolean negative = text.startsWith("-");
    if (!INFINITIES.contains(negative || text.startsWith("+") ? text.substring(1) : text)) {
      return text;
    }
    return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}
