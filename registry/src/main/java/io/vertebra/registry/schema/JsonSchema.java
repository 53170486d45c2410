package io.vertebra.registry.schema;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonSerializer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Catalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes whole configs as JSON Schema (draft 7), for completion and checks in an editor. A file
 * may hold a part of a config that bases complete, so no key is required; a text in double braces
 * may stand for any value. Where draft 7 has nothing for it, keywords of VS Code's language servers
 * are used ({@code enumDescriptions}, {@code errorMessage}, {@code deprecationMessage}, {@code
 * doNotSuggest}), which other programs skip.
 */
public final class JsonSchema {
  private static final Schema BASE =
      Schema.of("title", "_base_: a file or a list of files")
          .with("description", "files that this one lies over; their names are relative to it")
          .with("type", List.of("string", "array"))
          .with("items", Schema.of("type", "string"));

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
   * @return JSON, with line breaks; always the same for the same parts
   */
  public String write() {
    Schema schema =
        Schema.of("$schema", "http://json-schema.org/draft-07/schema#")
            .with("title", "Vertebra config")
            .with("type", "object")
            .with(new SectionSchema(Map.of("_base_", BASE)).of(config))
            .with("definitions", definitions());
    JsonSerializer<Schema> writer = (each, type, context) -> context.serialize(each.keywords());
    return new GsonBuilder()
            .registerTypeAdapter(Schema.class, writer)
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create()
            .toJson(schema)
        + "\n";
  }

  private Map<String, Schema> definitions() {
    ListSchema plain = new ListSchema(Schema.ANY, List.of());
    Map<String, Schema> definitions = new LinkedHashMap<>();
    definitions.put(SchemaNames.REFERENCE, SectionSchema.closed(Map.of()));
    definitions.put(SchemaNames.OPERATIONS, plain.operations(plain.selection()));
    for (Kind kind : Kind.values()) {
      KindSchema schema = new KindSchema(kind, catalog.list(kind), catalog.reserved(kind));
      definitions.putAll(schema.definitions());
    }
    return definitions;
  }
}
