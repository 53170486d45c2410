package io.vertebra.registry.schema;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes mappings that name a part of a kind. Once the type is there, the options are those of
 * its part; before, as in a file that changes an option of its base, they are those of any part.
 */
final class KindSchema {
  private static final String TYPE = "type";
  private static final String PATTERN = "pattern";
  private static final String PROPERTIES = "properties";

  private static final Schema TYPED = Schema.of(TYPE, "object").with("required", List.of(TYPE));
  private static final Schema SCOPE =
      Schema.of("description", "accepted, without effect").with("doNotSuggest", true);

  private final Kind kind;
  private final List<Extension> extensions;
  private final List<Extension> reserved;
  private final List<ExtensionDescriptor> parts;

  /**
   * Makes a description.
   *
   * @param kind the kind
   * @param extensions the parts that a type name alone may mean
   * @param reserved the parts that only the name of their bundle and their own may mean
   */
  KindSchema(Kind kind, List<Extension> extensions, List<Extension> reserved) {
    this.kind = kind;
    this.extensions = List.copyOf(extensions);
    this.reserved = List.copyOf(reserved);
    this.parts = extensions.stream().map(Extension::descriptor).toList();
  }

  /** The definitions of the kind by name. */
  Map<String, Schema> definitions() {
    Map<String, Schema> options = new LinkedHashMap<>();
    parts.forEach(part -> options.put(SchemaNames.options(part), options(part)));
    reserved.forEach(
        part -> options.put(SchemaNames.reservedOptions(part), options(part.descriptor())));
    ListSchema list = new ListSchema(Schema.to(SchemaNames.part(kind)), parts);
    Map<String, Schema> definitions = new LinkedHashMap<>();
    definitions.put(SchemaNames.part(kind), part());
    definitions.put(SchemaNames.list(kind), list.write(Schema.to(SchemaNames.selection(kind))));
    definitions.put(SchemaNames.selection(kind), list.selection());
    definitions.put(SchemaNames.anyOptions(kind), anyOptions(options));
    definitions.putAll(options);
    return definitions;
  }

  /** Describes the names of parts, with what they are. */
  static Schema names(List<ExtensionDescriptor> parts) {
    return Schema.of("enum", parts.stream().map(ExtensionDescriptor::type).distinct().toList())
        .with("enumDescriptions", parts.stream().map(ExtensionDescriptor::summary).toList());
  }

  private Schema part() {
    Schema schema =
        Schema.of(TYPE, List.of("object", "null", "string")).with(PATTERN, SectionSchema.BRACES);
    if (parts.isEmpty()) {
      return schema;
    }
    Schema untyped = Schema.of("if", TYPED).with("else", Schema.to(SchemaNames.anyOptions(kind)));
    return schema
        .with(PROPERTIES, Map.of(TYPE, type()))
        .with(
            "allOf",
            Stream.of(
                    parts.stream().map(this::ifNamed),
                    reserved.stream().map(KindSchema::ifReserved),
                    Stream.of(untyped))
                .flatMap(each -> each)
                .toList());
  }

  private Schema type() {
    String all = parts.stream().map(KindSchema::alternatives).collect(Collectors.joining("|"));
    Schema further =
        Schema.of("title", "a former or a qualified name")
            .with(TYPE, "string")
            .with(PATTERN, "^(?:.*[./])?(?:%s)$|%s".formatted(all, SectionSchema.BRACES));
    return Schema.of("description", "name of the %s".formatted(kind.label()))
        .with(
            "anyOf",
            List.of(
                names(parts).with("title", "type: name of the " + kind.label()),
                further,
                qualifiedNames()));
  }

  /** Describes the names of parts after those of their bundles, as {@code bundle/Type}. */
  private Schema qualifiedNames() {
    List<Extension> all = Stream.concat(extensions.stream(), reserved.stream()).toList();
    return Schema.of("title", "name of a bundle and of its " + kind.label())
        .with(
            "enum",
            all.stream()
                .map(each -> each.owner().name() + "/" + each.descriptor().type())
                .distinct()
                .toList())
        .with("enumDescriptions", all.stream().map(each -> each.descriptor().summary()).toList());
  }

  /** The present name and former ones, for a regular expression; they have no other characters. */
  private static String alternatives(ExtensionDescriptor part) {
    return Stream.concat(Stream.of(part.type()), part.formerTypes().stream())
        .collect(Collectors.joining("|"));
  }

  private Schema ifNamed(ExtensionDescriptor part) {
    String others =
        reserved.stream()
            .filter(each -> each.descriptor().isNamed(part.type()))
            .map(each -> "(?!%s/)".formatted(literal(each.owner().name())))
            .collect(Collectors.joining());
    return ifType(
        "^%s(?:.*[./])?(?:%s)$".formatted(others, alternatives(part)), SchemaNames.options(part));
  }

  private static Schema ifReserved(Extension part) {
    String name = literal(part.owner().name()) + "/";
    return ifType(
        "^%s(?:%s)$".formatted(name, alternatives(part.descriptor())),
        SchemaNames.reservedOptions(part));
  }

  private static Schema ifType(String pattern, String options) {
    Schema name = Schema.of(PATTERN, pattern);
    return Schema.of("if", TYPED.with(PROPERTIES, Map.of(TYPE, name)))
        .with("then", Schema.to(options));
  }

  /** The name of a bundle, of whose characters the dot alone means something else to patterns. */
  private static String literal(String bundle) {
    return bundle.replace(".", "\\.");
  }

  private static Schema options(ExtensionDescriptor part) {
    Map<String, Schema> first = new LinkedHashMap<>();
    first.put(TYPE, Schema.of("description", part.summary()).with(TYPE, "string"));
    first.put("_scope_", SCOPE);
    return Schema.of("description", part.summary())
        .with(new SectionSchema(first).of(part.allOptions()));
  }

  /** Where parts have different options of one name, a value has to suit one of them. */
  private static Schema anyOptions(Map<String, Schema> parts) {
    Map<String, Set<Object>> values = new LinkedHashMap<>();
    for (Schema part : parts.values()) {
      ((Map<?, ?>) part.keywords().get(PROPERTIES))
          .forEach(
              (key, value) ->
                  values.computeIfAbsent((String) key, k -> new LinkedHashSet<>()).add(value));
    }
    values.remove(TYPE);
    Map<String, Schema> properties = new LinkedHashMap<>();
    values.forEach((key, each) -> properties.put(key, oneOf(new ArrayList<>(each))));
    return SectionSchema.closed(properties);
  }

  private static Schema oneOf(List<Object> values) {
    return values.size() == 1 ? (Schema) values.get(0) : Schema.of("anyOf", values);
  }
}
