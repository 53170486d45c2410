package io.vertebra.engine.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The axes of an array, each of one word or, in parentheses, of several: <code>o (2i 2j c)</code>.
 * A word is a length, a letter or both.
 *
 * @param axes the words of each axis
 */
record Axes(List<List<String>> axes) {
  private static final Pattern AXIS = Pattern.compile("\\(([^()]+)\\)|([^() ]+)");
  private static final Pattern WORD = Pattern.compile("(\\d*)[a-z]?");

  static Axes parse(String text) {
    if (!text.matches("(\\([^()]+\\)|[^() ]+)( (\\([^()]+\\)|[^() ]+))*")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no order: write axes as in o (2i 2j c)");
    }
    List<List<String>> axes = new ArrayList<>();
    Matcher matcher = AXIS.matcher(text);
    while (matcher.find()) {
      String group = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      axes.add(List.of(group.split(" ", -1)));
    }
    Axes parsed = new Axes(List.copyOf(axes));
    parsed.words().forEach(Axes::length);
    return parsed;
  }

  /** All words, first to last. */
  List<String> words() {
    return axes.stream().flatMap(List::stream).toList();
  }

  /** The length that a word begins with, 0 for none. */
  private static int length(String word) {
    Matcher matcher = WORD.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + word + "' is no axis: write a length, a letter");
    }
    return matcher.group(1).isEmpty() ? 0 : Integer.parseInt(matcher.group(1));
  }

  /** How long each word is in an array of a shape; empty where the shape does not tell. */
  Optional<Map<String, Long>> lengths(List<Long> shape) {
    if (shape.size() != axes.size()) {
      return Optional.empty();
    }
    Map<String, Long> lengths = new HashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      List<String> words = axes.get(i);
      long fixed =
          words.stream()
              .mapToLong(word -> Math.max(1, length(word)))
              .reduce(1, Math::multiplyExact);
      List<String> free = words.stream().filter(word -> length(word) == 0).toList();
      boolean fits = free.isEmpty() ? shape.get(i) == fixed : shape.get(i) % fixed == 0;
      if (free.size() > 1 || !fits) {
        return Optional.empty();
      }
      words.forEach(word -> lengths.put(word, (long) length(word)));
      long rest = shape.get(i) / fixed;
      free.forEach(word -> lengths.put(word, rest));
    }
    return Optional.of(lengths);
  }

  /** The shape of an array whose words are so long. */
  List<Long> shape(Map<String, Long> lengths) {
    return axes.stream()
        .map(words -> words.stream().map(lengths::get).reduce(1L, Math::multiplyExact))
        .toList();
  }
}
