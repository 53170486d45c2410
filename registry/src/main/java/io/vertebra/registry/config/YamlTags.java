package io.vertebra.registry.config;

import java.math.BigInteger;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Knows the tags of the core schema and refuses all others, so that no text names a class. One more
 * is known, that of a Python tuple: MMEngine writes it into the configs that it dumps.
 */
final class YamlTags {
  private static final String PREFIX = "tag:yaml.org,2002:";
  private static final String NON_SPECIFIC = "!";
  private static final String TUPLE = PREFIX + "python/tuple";

  private YamlTags() {}

  static void checkMapping(MappingStartEvent start, Origin origin, Problems problems) {
    check(start.getTag(), "map", origin, problems);
  }

  static void checkList(SequenceStartEvent start, Origin origin, Problems problems) {
    if (!TUPLE.equals(start.getTag())) {
      check(start.getTag(), "seq", origin, problems);
    }
  }

  private static void check(String tag, String allowed, Origin origin, Problems problems) {
    if (tag != null && !tag.equals(NON_SPECIFIC) && !tag.equals(PREFIX + allowed)) {
      refuse(tag, origin, problems);
    }
  }

  /** Returns the value of a scalar, as its tag, its quotes or else its text decide. */
  static ScalarNode scalar(ScalarEvent event, NodeInfo info, Problems problems) {
    String text = event.getValue();
    String tag = event.getTag();
    if (tag == null) {
      return event.isPlain() ? ScalarNode.plain(info, text) : ScalarNode.quoted(info, text);
    }
    if (tag.equals(NON_SPECIFIC) || tag.equals(PREFIX + "str")) {
      return ScalarNode.quoted(info, text);
    }
    if (!tag.startsWith(PREFIX)) {
      refuse(tag, info.origin(), problems);
      return ScalarNode.quoted(info, text);
    }
    return tagged(tag.substring(PREFIX.length()), text, info, problems);
  }

  private static ScalarNode tagged(String tag, String text, NodeInfo info, Problems problems) {
    Object value = CoreSchema.value(text);
    boolean fits =
        switch (tag) {
          case "null" -> value == null;
          case "bool" -> value instanceof Boolean;
          case "int" -> value instanceof Long || value instanceof BigInteger;
          case "float" -> value instanceof Number;
          default -> false;
        };
    if (!fits) {
      refuse("!!" + tag + " " + OneLine.shortened(text), info.origin(), problems);
    }
    boolean widen = fits && tag.equals("float");
    return widen
        ? new ScalarNode(info, ((Number) value).doubleValue(), text, false)
        : new ScalarNode(info, value, text, false);
  }

  private static void refuse(String tag, Origin origin, Problems problems) {
    problems.add(
        origin,
        "the tag `" + OneLine.shortened(tag) + "` is not allowed",
        "a config holds mappings, lists, texts, numbers, truth values and null; leave the tag out");
  }
}
