package io.vertebra.registry.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the options of a part for people: on a console, in a reference page. */
public final class OptionTable {
  private OptionTable() {}

  /**
   * An option.
   *
   * @param key its key; of nested ones with the keys that it stands under, joined by dots
   * @param expectation what it may be, with its range
   * @param standard the default, or what takes its place
   * @param doc what it means
   */
  public record Row(String key, String expectation, String standard, String doc) {}

  /**
   * Lists options.
   *
   * @param section the options of a part
   * @return a row for each, in the order of declaration; nested sections follow their own row
   */
  public static List<Row> of(OptionType.Section section) {
    return rows("", section).toList();
  }

  private static Stream<Row> rows(String prefix, OptionType.Section section) {
    return section.fields().stream().flatMap(field -> rows(prefix, field));
  }

  private static Stream<Row> rows(String prefix, OptionField field) {
    if (field.inline()) {
      return rows(prefix, (OptionType.Section) field.type());
    }
    String key = prefix + field.key();
    Row row =
        new Row(
            key,
            field.expectation(),
            field.defaultText().orElse(field.required() ? "required" : "none"),
            field.doc().orElse(""));
    return Stream.concat(
        Stream.of(row), nested(field.type()).stream().flatMap(section -> rows(key + ".", section)));
  }

  /** The section that stands in an option and has keys of its own. */
  private static Optional<OptionType.Section> nested(OptionType type) {
    if (type instanceof OptionType.Nullable nullable) {
      return nested(nullable.value());
    }
    return type instanceof OptionType.Section section && section.shorthands().isEmpty()
        ? Optional.of(section)
        : Optional.empty();
  }
}
