package io.vertebra.engine.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name with places for whole numbers, <code>{i}</code>, and for any text, {@code *}. */
final class NamePattern {
  static final Pattern PLACE = Pattern.compile("\\*|\\{(\\d*)([a-z])(?:([+-])(\\d+))?}");

  private final Pattern pattern;
  private final List<String> places;

  private NamePattern(Pattern pattern, List<String> places) {
    this.pattern = pattern;
    this.places = places;
  }

  /** What stands in the places of a name: numbers by letter, and texts in their order. */
  record Match(Map<String, Long> numbers, List<String> texts) {}

  static NamePattern of(String text) {
    StringBuilder regex = new StringBuilder();
    List<String> places = new ArrayList<>();
    Matcher matcher = PLACE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(text.substring(end, matcher.start())));
      boolean number = matcher.group(2) != null;
      regex.append(number ? "(\\d{1,9})" : "(.*)");
      places.add(number ? matcher.group(2) : "*");
      end = matcher.end();
    }
    regex.append(Pattern.quote(text.substring(end)));
    return new NamePattern(Pattern.compile(regex.toString()), List.copyOf(places));
  }

  Optional<Match> match(String name) {
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, Long> numbers = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      String found = matcher.group(i + 1);
      if (places.get(i).equals("*")) {
        texts.add(found);
      } else {
        numbers.put(places.get(i), Long.valueOf(found));
      }
    }
    return Optional.of(new Match(numbers, texts));
  }
}
