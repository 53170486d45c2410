package io.vertebra.registry.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Describes lists of parts, and the operations on lists that stand over them. */
final class ListSchema {
  private static final List<String> OF_PARTS = List.of("array", "object", "string");
  private static final List<String> OF_VALUES =
      List.of("array", "object", "string", "number", "boolean", "null");

  private final Schema element;
  private final List<ExtensionDescriptor> parts;

  /**
   * Makes a description.
   *
   * @param element the schema of an element
   * @param parts the parts that elements may name; empty for a list of plain values
   */
  ListSchema(Schema element, List<ExtensionDescriptor> parts) {
    this.element = element;
    this.parts = List.copyOf(parts);
  }

  /** Describes lists and, of mappings, those that are operations on lists. */
  Schema write(Schema selection) {
    return Schema.of("items", element).with(operations(selection));
  }

  /**
   * Describes, of mappings, those that are operations.
   *
   * @param selection a mapping from elements to what comes beside them or in their place
   */
  Schema operations(Schema selection) {
    return new SectionSchema(operationKeys(selection)).of(OptionType.Section.EMPTY);
  }

  /**
   * Describes the keys of operations.
   *
   * @param selection a mapping from elements to what comes beside them or in their place
   */
  Map<String, Schema> operationKeys(Schema selection) {
    Schema added = oneOrMany(element).with("type", parts.isEmpty() ? OF_VALUES : OF_PARTS);
    Schema removed = oneOrMany(selector()).with("type", List.of("array", "string", "integer"));
    Map<String, Schema> keys = new LinkedHashMap<>();
    keys.put("_append_", added.with(about("elements to add at the end: one, or a list")));
    keys.put("_prepend_", added.with(about("elements to add at the start: one, or a list")));
    keys.put(
        "_insert_before_", selecting("elements to add before that of a type or index", selection));
    keys.put(
        "_insert_after_", selecting("elements to add after that of a type or index", selection));
    keys.put("_replace_", selecting("elements in place of that of a type or index", selection));
    keys.put("_merge_", selecting("options to change in the element of a type or index", merged()));
    keys.put("_remove_", removed.with(about("elements to take out, by type or index")));
    return keys;
  }

  /** Describes a mapping from types or indices to elements. */
  Schema selection() {
    return byType(part -> oneOrMany(element), oneOrMany(element));
  }

  private Schema merged() {
    return byType(part -> Schema.to(SchemaNames.options(part)), element);
  }

  private Schema byType(Function<ExtensionDescriptor, Schema> ofType, Schema ofIndex) {
    Map<String, Schema> types = new LinkedHashMap<>();
    parts.forEach(
        part ->
            types.put(
                part.type(), about(part.summary()).with("allOf", List.of(ofType.apply(part)))));
    return Schema.of("properties", types).with("additionalProperties", ofIndex);
  }

  private Schema selector() {
    Schema any = Schema.of("type", List.of("string", "integer"));
    return parts.isEmpty() ? any : Schema.of("anyOf", List.of(KindSchema.names(parts), any));
  }

  private static Schema oneOrMany(Schema element) {
    return Schema.of("if", Schema.of("type", "array"))
        .with("then", Schema.of("items", element))
        .with("else", element);
  }

  private static Schema selecting(String description, Schema selection) {
    return about(description).with("type", "object").with("allOf", List.of(selection));
  }

  private static Schema about(String description) {
    return Schema.of("description", description);
  }
}
