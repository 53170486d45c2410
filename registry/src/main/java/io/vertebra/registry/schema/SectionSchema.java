package io.vertebra.registry.schema;

import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ScalarNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the keys of a mapping, which may be incomplete. */
final class SectionSchema {
  /** A text with a reference in it. */
  static final String BRACES = "\\{\\{.*\\}\\}";

  /** Without quotes, YAML reads the braces as a mapping in a mapping. */
  private static final String BRACED_KEY = "^\\{.*\\}$|" + BRACES;

  private static final Schema DELETE =
      Schema.of("title", "_delete_: true or false")
          .with("description", "true replaces what the bases have here, instead of merging with it")
          .with("type", "boolean");

  private final Map<String, Schema> properties;

  /**
   * Makes a description.
   *
   * @param first keys that are no options, and their values
   */
  SectionSchema(Map<String, Schema> first) {
    this.properties = new LinkedHashMap<>(first);
  }

  /** Describes a mapping that may be replaced whole, without its JSON type. */
  Schema of(OptionType.Section section) {
    putFields(section);
    properties.put("_delete_", DELETE);
    return closed(properties);
  }

  /** Describes mappings with these keys and no others. */
  static Schema closed(Map<String, Schema> properties) {
    return Schema.of("properties", properties)
        .with("patternProperties", Map.of(BRACED_KEY, Schema.ANY))
        .with("additionalProperties", false);
  }

  private void putFields(OptionType.Section section) {
    for (OptionField field : section.fields()) {
      if (field.inline()) {
        putFields((OptionType.Section) field.type());
      } else {
        properties.put(field.key(), field(field));
        field.formerKeys().forEach(key -> refuse(key, "it is called `" + field.key() + "` now"));
      }
    }
    section.removedKeys().forEach((key, use) -> refuse(key, "use " + use));
  }

  private void refuse(String key, String message) {
    properties.put(
        key,
        Schema.of("deprecationMessage", "`" + key + "`: " + message).with("doNotSuggest", true));
  }

  private static Schema field(OptionField field) {
    Schema schema =
        Schema.of("title", field.key() + ": " + field.expectation())
            .with("description", description(field));
    return standard(field)
        .map(value -> schema.with("default", value))
        .orElse(schema)
        .with(new ValueSchema(field).of(field.type()));
  }

  private static String description(OptionField field) {
    String otherwise = field.required() ? " (required)" : "";
    return field.doc().orElse("")
        + field.defaultText().map(value -> " (default: " + value + ")").orElse(otherwise);
  }

  /** The default, where it is a plain value that JSON can hold. */
  private static Optional<Object> standard(OptionField field) {
    return field
        .defaultText()
        .map(text -> value(field.key(), text))
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).value())
        .filter(value -> !(value instanceof Double number) || Double.isFinite(number));
  }

  private static ConfigNode value(String key, String text) {
    return new ConfigLoader()
        .loadText(Path.of("default of " + key), key + ": " + text, List.of())
        .get(key)
        .orElseThrow();
  }
}
