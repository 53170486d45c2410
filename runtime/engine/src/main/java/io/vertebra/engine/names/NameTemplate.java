package io.vertebra.engine.names;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;

/** A name of another library whose places are filled with what a name of ours has in them. */
record NameTemplate(String text) {
  /** The name; empty where a number of it would be negative. */
  Optional<String> fill(NamePattern.Match match) {
    Iterator<String> texts = match.texts().iterator();
    StringBuilder name = new StringBuilder();
    Matcher matcher = NamePattern.PLACE.matcher(text);
    while (matcher.find()) {
      boolean number = matcher.group(2) != null;
      if (number && number(matcher, match) < 0) {
        return Optional.empty();
      }
      String value = number ? Long.toString(number(matcher, match)) : texts.next();
      matcher.appendReplacement(name, Matcher.quoteReplacement(value));
    }
    return Optional.of(matcher.appendTail(name).toString());
  }

  private static long number(Matcher place, NamePattern.Match match) {
    long factor = place.group(1).isEmpty() ? 1 : Long.parseLong(place.group(1));
    long shift = place.group(4) == null ? 0 : Long.parseLong(place.group(4));
    long scaled = factor * match.numbers().get(place.group(2));
    return "-".equals(place.group(3)) ? scaled - shift : scaled + shift;
  }
}
