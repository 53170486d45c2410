package io.vertebra.registry.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema, or a part of one.
 *
 * @param keywords its keywords in their order; values are schemas, lists, mappings and scalars
 */
record Schema(Map<String, Object> keywords) {
  /** Whatever there is. */
  static final Schema ANY = new Schema(Map.of());

  /** Keeps a copy that does not change. */
  Schema {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  static Schema of(String keyword, Object value) {
    return ANY.with(keyword, value);
  }

  /** The schema that stands for a definition. */
  static Schema to(String definition) {
    return of("$ref", "#/definitions/" + definition);
  }

  Schema with(String keyword, Object value) {
    return with(new Schema(Map.of(keyword, value)));
  }

  /** Returns this one with the keywords of another, which replace those of the same name. */
  Schema with(Schema other) {
    Map<String, Object> all = new LinkedHashMap<>(keywords);
    all.putAll(other.keywords);
    return new Schema(all);
  }

  boolean has(String keyword) {
    return keywords.containsKey(keyword);
  }

  /** The value of a keyword, as a list; empty where it is none. */
  List<Object> list(String keyword) {
    return keywords.get(keyword) instanceof List<?> values ? List.copyOf(values) : List.of();
  }
}
