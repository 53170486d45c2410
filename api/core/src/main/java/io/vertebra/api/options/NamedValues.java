package io.vertebra.api.options;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values that a config may name in place of writing them out, such as the sizes of a network: what
 * a {@link Shorthand} from a name to a record looks up. The case of a name does not count.
 * Immutable.
 *
 * @param <T> the type of the values
 */
public final class NamedValues<T> {
  private final String option;
  private final String keys;
  private final Map<String, T> values;

  /**
   * Makes a table without values.
   *
   * @param option the key that the option has in configs, such as {@code arch}
   * @param keys what a mapping in place of a name has to have, such as {@code depths and channels}
   */
  public NamedValues(String option, String keys) {
    this(option, keys, Map.of());
  }

  private NamedValues(String option, String keys, Map<String, T> values) {
    this.option = requireNonNull(option, "option is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.values = values;
  }

  /**
   * Adds a value.
   *
   * @param value the value
   * @param names all its names
   * @return a table with the value at its end
   * @throws IllegalArgumentException if a name has a value already
   */
  public NamedValues<T> with(T value, String... names) {
    Map<String, T> more = new LinkedHashMap<>(values);
    for (String name : names) {
      if (more.put(name, requireNonNull(value, "value is null")) != null) {
        throw new IllegalArgumentException("'" + name + "' has a value already");
      }
    }
    return new NamedValues<>(option, keys, more);
  }

  /**
   * Finds a value.
   *
   * @param name one of its names
   * @return the value
   * @throws IllegalArgumentException if there is none of that name; the message lists all names
   */
  public T get(String name) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is '%s', but must be one of %s or a mapping with %s"
                        .formatted(option, name, values.keySet(), keys)));
  }
}
