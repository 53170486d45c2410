package io.vertebra.registry.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the options of a part for people: on a console, in a reference page. */
public final class OptionTable {
  private OptionTable() {}

  /**
   * An option.
   *
   * @param key its key; of nested ones with the keys that it stands under, joined by dots
   * @param field what is known of it
   */
  public record Row(String key, OptionField field) {
    /**
     * The default, or what takes its place.
     *
     * @return a value as configs write it, or {@code required} or {@code none}
     */
    public String standard() {
      return field.defaultText().orElse(field.required() ? "required" : "none");
    }
  }

  /**
   * Lists options.
   *
   * @param section the options of a part
   * @return a row for each, in the order of declaration; nested sections follow their own row
   */
  public static List<Row> of(OptionType.Section section) {
    return rows("", section).toList();
  }

  /**
   * Lists keys that are refused.
   *
   * @param section the options of a part
   * @return keys as in {@link Row#key()}, in the order of declaration, and what to use instead
   */
  public static Map<String, String> removed(OptionType.Section section) {
    Map<String, String> removed = new LinkedHashMap<>(section.removedKeys());
    for (Row row : of(section)) {
      nested(row.field().type())
          .ifPresent(
              inner ->
                  inner
                      .removedKeys()
                      .forEach((key, use) -> removed.put(row.key() + "." + key, use)));
    }
    return removed;
  }

  private static Stream<Row> rows(String prefix, OptionType.Section section) {
    return section.fields().stream().flatMap(field -> rows(prefix, field));
  }

  private static Stream<Row> rows(String prefix, OptionField field) {
    if (field.inline()) {
      return rows(prefix, (OptionType.Section) field.type());
    }
    String key = prefix + field.key();
    return Stream.concat(
        Stream.of(new Row(key, field)),
        nested(field.type()).stream().flatMap(section -> rows(key + ".", section)));
  }

  /** The section that stands in an option and has keys of its own. */
  private static Optional<OptionType.Section> nested(OptionType type) {
    if (type instanceof OptionType.Nullable nullable) {
      return nested(nullable.value());
    }
    return type instanceof OptionType.Section section ? section.mapping() : Optional.empty();
  }
}
