package io.vertebra.registry.schema;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Extension;

/** Names what a JSON Schema defines once and refers to from many places. */
final class SchemaNames {
  /** Of mappings, those that are a reference without quotes. */
  static final String REFERENCE = "reference";

  /** Of mappings, those that are operations on a list of plain values. */
  static final String OPERATIONS = "operations";

  private SchemaNames() {}

  /** A mapping that names a part. */
  static String part(Kind kind) {
    return kind.label();
  }

  /** The options of a part. */
  static String options(ExtensionDescriptor part) {
    return part.kind().label() + "." + part.type();
  }

  /** The options of a part whose name another one has. */
  static String reservedOptions(Extension part) {
    return options(part.descriptor()) + "@" + part.owner().name();
  }

  /** The options of any part. */
  static String anyOptions(Kind kind) {
    return kind.label() + ".*";
  }

  /** A list of parts, or operations on one. */
  static String list(Kind kind) {
    return kind.label() + "[]";
  }

  /** A mapping from elements of a list to what an operation needs. */
  static String selection(Kind kind) {
    return kind.label() + "{}";
  }
}
