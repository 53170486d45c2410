package io.vertebra.registry.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One key of a mapping of options.
 *
 * @param key the key in configs
 * @param component the component of the record
 * @param doc what it means
 * @param defaultText the value where the key is left out, as YAML text
 * @param min the least number allowed
 * @param max the greatest number allowed
 * @param formerKeys keys that it had before
 * @param defaultType the type of part where a mapping names none
 * @param inline whether the keys of the record stand in the parent's mapping
 * @param type what the value may be
 */
public record OptionField(
    String key,
    String component,
    Optional<String> doc,
    Optional<String> defaultText,
    OptionalDouble min,
    OptionalDouble max,
    List<String> formerKeys,
    Optional<String> defaultType,
    boolean inline,
    OptionType type) {
  /**
   * Whether a config must have the key.
   *
   * @return true if there is no default and null is not allowed
   */
  public boolean required() {
    return defaultText.isEmpty() && !(type instanceof OptionType.Nullable) && !inline;
  }

  /**
   * Says what is expected, as part of a sentence.
   *
   * @return what the type expects, and the range
   */
  public String expectation() {
    String from = min.isPresent() ? " from " + plain(min.getAsDouble()) : "";
    String to = max.isPresent() ? " to " + plain(max.getAsDouble()) : "";
    return type.expectation() + from + to;
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
