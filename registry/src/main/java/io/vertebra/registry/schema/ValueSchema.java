package io.vertebra.registry.schema;

import io.vertebra.api.plugin.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Describes the value of an option. Alternatives that differ in their JSON type stand in one schema
 * rather than under {@code anyOf}: keywords apply to their own JSON type only, and an editor can
 * say what is wrong.
 */
final class ValueSchema {
  private static final String TYPE = "type";
  private static final String ANY_OF = "anyOf";
  private static final String ALL_OF = "allOf";
  private static final String MESSAGE = "errorMessage";

  private final OptionField field;

  /**
   * Makes a description.
   *
   * @param field the option, for its key and range
   */
  ValueSchema(OptionField field) {
    this.field = field;
  }

  /** Describes values of a type, and texts with references in place of them. */
  Schema of(OptionType type) {
    Schema schema = values(type);
    List<Object> types = schema.list(TYPE);
    return types.isEmpty() || types.contains("string")
        ? schema
        : schema.with(TYPE, union(types, List.of("string"))).with("pattern", SectionSchema.BRACES);
  }

  private Schema values(OptionType type) {
    if (type instanceof OptionType.Scalar scalar) {
      return scalar(scalar);
    }
    if (type instanceof OptionType.Choice choice) {
      return choice(choice);
    }
    if (type instanceof OptionType.Nullable nullable) {
      return nullable(nullable);
    }
    if (type instanceof OptionType.ListOf list) {
      return list(list);
    }
    if (type instanceof OptionType.MapOf map) {
      return mapping(Schema.of("additionalProperties", of(map.value())));
    }
    if (type instanceof OptionType.Part part) {
      return mapping(Schema.to(SchemaNames.part(part.kind())));
    }
    return section((OptionType.Section) type);
  }

  private Schema scalar(OptionType.Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> plain("boolean", scalar);
      case STRING -> plain("string", scalar);
      case INT, LONG -> number("integer", scalar);
      case FLOAT, DOUBLE -> number("number", scalar);
      case ANY -> Schema.ANY;
    };
  }

  private static Schema plain(String type, OptionType.Scalar scalar) {
    return Schema.of(TYPE, List.of(type, "object"))
        .with(MESSAGE, message(scalar))
        .with(ALL_OF, List.of(Schema.to(SchemaNames.REFERENCE)));
  }

  private Schema number(String type, OptionType.Scalar scalar) {
    Schema schema = plain(type, scalar);
    if (field.min().isPresent()) {
      schema = schema.with("minimum", field.min().getAsDouble());
    }
    return field.max().isPresent() ? schema.with("maximum", field.max().getAsDouble()) : schema;
  }

  private Schema choice(OptionType.Choice choice) {
    List<String> names = choice.values().stream().map(OptionType.Choice.Constant::name).toList();
    Schema named =
        Schema.of("title", field.key() + ": " + choice.expectation()).with("enum", names);
    Schema reference =
        Schema.of("title", "a reference")
            .with(TYPE, "string")
            .with("pattern", SectionSchema.BRACES);
    return Schema.of(ANY_OF, List.of(named, reference));
  }

  private Schema nullable(OptionType.Nullable nullable) {
    Schema schema = values(nullable.value());
    if (schema.has(TYPE)) {
      schema = schema.with(TYPE, union(schema.list(TYPE), List.of("null")));
    }
    if (schema.has(ANY_OF)) {
      Schema none = Schema.of("title", "null").with(TYPE, "null");
      schema = schema.with(ANY_OF, union(schema.list(ANY_OF), List.of(none)));
    }
    return schema.has(MESSAGE) ? schema.with(MESSAGE, message(nullable)) : schema;
  }

  private Schema list(OptionType.ListOf list) {
    Schema schema = Schema.of(TYPE, List.of("array", "object"));
    if (list.element() instanceof OptionType.Part part) {
      return schema.with(ALL_OF, List.of(Schema.to(SchemaNames.list(part.kind()))));
    }
    return schema
        .with(MESSAGE, message(list))
        .with("items", of(list.element()))
        .with(ALL_OF, List.of(Schema.to(SchemaNames.OPERATIONS)));
  }

  private Schema section(OptionType.Section section) {
    if (section.shorthands().isEmpty()) {
      return mapping(new SectionSchema(Map.of()).of(section));
    }
    Schema schema = Schema.ANY;
    for (OptionType.Section.Shorthand form : section.shorthands()) {
      Schema each = values(form.type());
      schema = schema.with(each.with(TYPE, union(schema.list(TYPE), each.list(TYPE))));
    }
    Optional<Kind> kind = kind(section);
    if (kind.isPresent()) {
      return schema.with(ALL_OF, List.of(oneOrList(kind.get())));
    }
    Schema forms = schema.with(MESSAGE, message(section));
    return section.mapping().map(mapping -> orMapping(forms, section, mapping)).orElse(forms);
  }

  /** Adds a mapping to shorter forms; where one of them is a list, also the operations on it. */
  private static Schema orMapping(
      Schema forms, OptionType.Section section, OptionType.Section mapping) {
    boolean list =
        section.shorthands().stream().anyMatch(form -> form.type() instanceof OptionType.ListOf);
    ListSchema plain = new ListSchema(Schema.ANY, List.of());
    Map<String, Schema> operations = list ? plain.operationKeys(plain.selection()) : Map.of();
    return forms
        .with(TYPE, union(forms.list(TYPE), List.of("object")))
        .with(ALL_OF, List.of(new SectionSchema(operations).of(mapping)));
  }

  /** The kind of part that a section is a short form of. */
  private static Optional<Kind> kind(OptionType.Section section) {
    return section.shorthands().stream()
        .map(OptionType.Section.Shorthand::type)
        .filter(OptionType.Part.class::isInstance)
        .map(type -> ((OptionType.Part) type).kind())
        .findFirst();
  }

  /** Describes a part or a list; mappings with nothing but underscored keys are operations. */
  private static Schema oneOrList(Kind kind) {
    Schema operations =
        Schema.of(TYPE, "object")
            .with("minProperties", 1)
            .with("propertyNames", Schema.of("pattern", "^_"));
    return Schema.of("if", Schema.of(ANY_OF, List.of(Schema.of(TYPE, "array"), operations)))
        .with("then", Schema.to(SchemaNames.list(kind)))
        .with("else", Schema.to(SchemaNames.part(kind)));
  }

  /** Null is taken everywhere: it is what stands after a key before anything else is typed. */
  private static Schema mapping(Schema keywords) {
    return Schema.of(TYPE, List.of("object", "null")).with(ALL_OF, List.of(keywords));
  }

  private static String message(OptionType type) {
    return "must be " + type.expectation();
  }

  private static List<Object> union(List<?> one, List<?> other) {
    return Stream.<Object>concat(one.stream(), other.stream()).distinct().toList();
  }
}
