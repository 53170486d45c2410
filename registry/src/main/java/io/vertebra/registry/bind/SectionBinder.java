package io.vertebra.registry.bind;

import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigPath;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.config.NearNames;
import io.vertebra.registry.schema.OptionField;
import io.vertebra.registry.schema.OptionType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the keys of a mapping against those of a record. */
final class SectionBinder {
  private final Catalog catalog;
  private final Report report;

  SectionBinder(Catalog catalog, Report report) {
    this.catalog = catalog;
    this.report = report;
  }

  Bound bind(ConfigNode node, OptionType.Section schema) {
    if (!(node instanceof MappingNode mapping)) {
      return report.refuse(
          ConfigProblem.of(
                  node.origin(), "`" + node.path() + "` must be a mapping, but is " + node.kind())
              .about(node.path()));
    }
    return bind(mapping, schema);
  }

  Bound.Section bind(MappingNode mapping, OptionType.Section schema) {
    refuseUnknownKeys(mapping, schema, Set.of());
    return bindFields(mapping, schema);
  }

  /** Reports keys that are neither options nor among others, such as {@code type}. */
  void refuseUnknownKeys(MappingNode mapping, OptionType.Section schema, Set<String> otherKeys) {
    List<OptionField> fields = fields(schema).toList();
    List<String> allowed = fields.stream().map(OptionField::key).toList();
    for (MappingNode.Entry entry : mapping.entries()) {
      String key = entry.key();
      boolean former = fields.stream().anyMatch(field -> field.formerKeys().contains(key));
      if (!former && !allowed.contains(key) && !otherKeys.contains(key)) {
        String owner = mapping.get("type").map(type -> " of " + type).orElse("");
        report.problem(
            ConfigProblem.of(
                    entry.keyOrigin(),
                    "unknown option `" + entry.value().path() + "`" + owner,
                    hint(key, schema, allowed))
                .about(entry.value().path()));
      }
    }
  }

  private static String hint(String key, OptionType.Section schema, List<String> allowed) {
    String use = schema.removedKeys().get(key);
    if (use != null) {
      return "use " + use;
    }
    return NearNames.question(key, allowed)
        .orElse(
            allowed.isEmpty()
                ? "no options are allowed here"
                : "allowed: " + String.join(", ", allowed));
  }

  /** The keys that a mapping of a record may have, those of inlined records among them. */
  private static Stream<OptionField> fields(OptionType.Section schema) {
    return schema.fields().stream()
        .flatMap(
            field -> field.inline() ? fields((OptionType.Section) field.type()) : Stream.of(field));
  }

  /** Binds those keys of a mapping that a schema has; others are not looked at. */
  Bound.Section bindFields(MappingNode mapping, OptionType.Section schema) {
    Map<String, Bound> components = new LinkedHashMap<>();
    for (OptionField field : schema.fields()) {
      if (field.inline()) {
        components.put(field.component(), bindFields(mapping, (OptionType.Section) field.type()));
      } else {
        components.put(field.component(), bindField(mapping, field));
      }
    }
    return new Bound.Section(schema, components, mapping.origin());
  }

  private Bound bindField(MappingNode mapping, OptionField field) {
    Optional<ConfigNode> given = given(mapping, field);
    ValueBinder values = new ValueBinder(catalog, report);
    if (given.isPresent()) {
      return values.bindField(given.get(), field);
    }
    if (field.defaultText().isPresent()) {
      return values.bindField(defaultOf(field), field);
    }
    if (field.required()) {
      ConfigPath path = mapping.path().child(field.key());
      return report.refuse(
          ConfigProblem.of(
                  mapping.origin(),
                  "`" + path + "` is missing",
                  "expected "
                      + field.type().expectation()
                      + field.doc().map(doc -> ": " + doc).orElse(""))
              .about(path));
    }
    return new Bound.Maybe(Optional.empty());
  }

  /** The value under the present key or a former one. */
  private Optional<ConfigNode> given(MappingNode mapping, OptionField field) {
    Optional<ConfigNode> present = mapping.get(field.key());
    for (String former : field.formerKeys()) {
      Optional<MappingNode.Entry> entry = mapping.entry(former);
      if (entry.isPresent() && present.isPresent()) {
        report.problem(
            ConfigProblem.of(
                    entry.get().keyOrigin(),
                    "`%s` is the former name of `%s`, which is given too"
                        .formatted(former, field.key()),
                    "leave one of them out")
                .about(entry.get().value().path()));
      } else if (entry.isPresent()) {
        report.warning(
            ConfigProblem.of(
                    entry.get().keyOrigin(),
                    "`%s` is called `%s` now; use that name".formatted(former, field.key()))
                .about(entry.get().value().path()));
        present = Optional.of(entry.get().value());
      }
    }
    return present;
  }

  private static ConfigNode defaultOf(OptionField field) {
    String text = field.key() + ": " + field.defaultText().orElseThrow();
    return new ConfigLoader()
        .loadText(Path.of("default of " + field.key()), text, List.of())
        .get(field.key())
        .orElseThrow();
  }
}
