package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.List;

/** Splits a path at the dots outside of quotes. */
final class PathParser {
  private final String text;
  private final List<String> segments = new ArrayList<>();
  private int at;

  private PathParser(String text) {
    this.text = text;
  }

  /** Returns the segments of a path without their quotes; none for an empty text. */
  static List<String> segments(String text) {
    PathParser parser = new PathParser(text);
    if (!text.isEmpty()) {
      parser.parse();
    }
    return parser.segments;
  }

  /** Returns the index of the first {@code =} outside of quotes, or -1. */
  static int equalsSign(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '=' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private void parse() {
    segments.add(segment());
    while (at < text.length()) {
      if (text.charAt(at) != '.') {
        throw malformed("a dot has to follow a quoted key");
      }
      at++;
      segments.add(segment());
    }
  }

  private String segment() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int dot = text.indexOf('.', at);
    int end = dot < 0 ? text.length() : dot;
    if (end == at) {
      throw malformed("a key is empty; a key that holds a dot stands in double quotes");
    }
    String segment = text.substring(at, end);
    at = end;
    return segment;
  }

  private String quoted() {
    StringBuilder segment = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return segment.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
      }
      segment.append(text.charAt(at));
    }
    throw malformed("a quote is not closed");
  }

  private IllegalArgumentException malformed(String why) {
    return new IllegalArgumentException("`" + OneLine.shortened(text) + "` is not a path: " + why);
  }
}
