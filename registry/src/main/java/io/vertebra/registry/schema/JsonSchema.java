package io.vertebra.registry.schema;

import com.google.gson.GsonBuilder;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes whole configs as JSON Schema (draft 7), for completion and checks in an editor. A file
 * may hold a part of a config that bases complete, so no key is required; a text in double braces
 * may stand for any value.
 */
public final class JsonSchema {
  private static final String DEFINITIONS = "#/definitions/";

  private final Catalog catalog;
  private final OptionType.Section config;

  /**
   * Makes a description.
   *
   * @param catalog the parts that a config may name
   * @param config the keys of a whole config
   */
  public JsonSchema(Catalog catalog, OptionType.Section config) {
    this.catalog = catalog;
    this.config = config;
  }

  /**
   * Writes the schema.
   *
   * @return JSON, with line breaks
   */
  public String write() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Vertebra config");
    Map<String, Object> whole = mapping(config, Map.of("_base_", Map.of()));
    schema.putAll(whole);
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      definitions.put(kind.label(), anyPart(kind));
      for (Extension extension : catalog.list(kind)) {
        ExtensionDescriptor part = extension.descriptor();
        definitions.put(nameOf(part), part(part));
      }
    }
    schema.put("definitions", definitions);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(schema)
        + "\n";
  }

  private static String nameOf(ExtensionDescriptor part) {
    return part.kind().label() + "." + part.type();
  }

  /** A mapping that names a part: once the type is there, its options are known. */
  private Map<String, Object> anyPart(Kind kind) {
    List<ExtensionDescriptor> parts =
        catalog.list(kind).stream().map(Extension::descriptor).toList();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (parts.isEmpty()) {
      return schema;
    }
    schema.put(
        "properties",
        Map.of("type", Map.of("enum", parts.stream().map(ExtensionDescriptor::type).toList())));
    schema.put(
        "allOf",
        parts.stream()
            .map(
                part ->
                    Map.of(
                        "if",
                            Map.of(
                                "required",
                                List.of("type"),
                                "properties",
                                Map.of("type", Map.of("const", part.type()))),
                        "then", Map.of("$ref", DEFINITIONS + nameOf(part))))
            .toList());
    return schema;
  }

  private Map<String, Object> part(ExtensionDescriptor part) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("const", part.type());
    type.put("description", part.summary());
    Map<String, Object> schema =
        mapping(part.allOptions(), Map.of("type", type, "_scope_", Map.of()));
    schema.put("description", part.summary());
    return schema;
  }

  private Map<String, Object> mapping(OptionType.Section section, Map<String, Object> further) {
    Map<String, Object> properties = new LinkedHashMap<>(further);
    properties.put("_delete_", Map.of("type", "boolean"));
    putFields(section, properties);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private void putFields(OptionType.Section section, Map<String, Object> properties) {
    for (OptionField field : section.fields()) {
      if (field.inline()) {
        putFields((OptionType.Section) field.type(), properties);
      } else {
        properties.put(field.key(), field(field));
      }
    }
  }

  private Map<String, Object> field(OptionField field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    field.doc().ifPresent(doc -> schema.put("description", description(field, doc)));
    schema.put("anyOf", List.of(value(field.type(), field), reference()));
    return schema;
  }

  private static String description(OptionField field, String doc) {
    return field.defaultText().map(value -> doc + " (default: " + value + ")").orElse(doc);
  }

  /** A text in double braces, which stands for another value. */
  private static Map<String, Object> reference() {
    return Map.of("type", "string", "pattern", "\\{\\{.*\\}\\}");
  }

  private Map<String, Object> value(OptionType type, OptionField field) {
    if (type instanceof OptionType.Scalar scalar) {
      return scalar(scalar, field);
    }
    if (type instanceof OptionType.Choice choice) {
      return Map.of(
          "enum", choice.values().stream().map(OptionType.Choice.Constant::name).toList());
    }
    if (type instanceof OptionType.Nullable nullable) {
      return anyOf(value(nullable.value(), field), Map.of("type", "null"));
    }
    if (type instanceof OptionType.ListOf list) {
      // A mapping may patch the list of a base.
      return anyOf(
          Map.of("type", "array", "items", value(list.element(), field)),
          Map.of("type", "object", "propertyNames", Map.of("pattern", "^_")));
    }
    if (type instanceof OptionType.MapOf map) {
      return Map.of("type", "object", "additionalProperties", value(map.value(), field));
    }
    if (type instanceof OptionType.Part part) {
      return Map.of("$ref", DEFINITIONS + part.kind().label());
    }
    return section((OptionType.Section) type, field);
  }

  private Map<String, Object> section(OptionType.Section section, OptionField field) {
    if (section.shorthands().isEmpty()) {
      return mapping(section, Map.of());
    }
    return Map.of(
        "anyOf", section.shorthands().stream().map(form -> value(form.type(), field)).toList());
  }

  private static Map<String, Object> anyOf(Map<String, Object> one, Map<String, Object> other) {
    return Map.of("anyOf", List.of(one, other));
  }

  private static Map<String, Object> scalar(OptionType.Scalar scalar, OptionField field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (scalar) {
      case BOOLEAN -> schema.put("type", "boolean");
      case STRING -> schema.put("type", "string");
      case INT, LONG -> putNumber(schema, "integer", field);
      case FLOAT, DOUBLE -> putNumber(schema, "number", field);
      case ANY -> {}
    }
    return schema;
  }

  private static void putNumber(Map<String, Object> schema, String type, OptionField field) {
    schema.put("type", type);
    field.min().ifPresent(min -> schema.put("minimum", min));
    field.max().ifPresent(max -> schema.put("maximum", max));
  }
}
