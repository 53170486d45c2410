package io.vertebra.registry.bind;

import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.config.NearNames;
import io.vertebra.registry.schema.OptionField;
import io.vertebra.registry.schema.OptionType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the keys of a mapping against those of a record. */
final class SectionBinder {
  private final Catalog catalog;
  private final List<ConfigProblem> problems;

  SectionBinder(Catalog catalog, List<ConfigProblem> problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  Bound.Section bind(ConfigNode node, OptionType.Section schema) {
    return bind(node, schema, Set.of());
  }

  /** Binds a mapping in which some keys are not options, such as {@code type}. */
  Bound.Section bind(ConfigNode node, OptionType.Section schema, Set<String> otherKeys) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          ConfigProblem.of(
              node.origin(), "`" + node.path() + "` must be a mapping, but is " + node.kind()));
      return new Bound.Section(schema, Map.of(), node.origin());
    }
    refuseUnknownKeys(mapping, schema, otherKeys);
    return bindFields(mapping, schema);
  }

  private void refuseUnknownKeys(
      MappingNode mapping, OptionType.Section schema, Set<String> otherKeys) {
    Set<String> allowed = new LinkedHashSet<>(keysOf(schema));
    for (MappingNode.Entry entry : mapping.entries()) {
      String key = entry.key();
      if (!allowed.contains(key) && !otherKeys.contains(key)) {
        String hint =
            NearNames.question(key, allowed)
                .orElse(
                    allowed.isEmpty()
                        ? "no options are allowed here"
                        : "allowed: " + String.join(", ", allowed));
        String owner = mapping.get("type").map(type -> " of " + type).orElse("");
        problems.add(
            ConfigProblem.of(
                entry.keyOrigin(), "unknown option `" + entry.value().path() + "`" + owner, hint));
      }
    }
  }

  /** The keys that a mapping of a record may have, those of inlined records among them. */
  static List<String> keysOf(OptionType.Section schema) {
    return schema.fields().stream()
        .flatMap(
            field ->
                field.inline()
                    ? keysOf((OptionType.Section) field.type()).stream()
                    : List.of(field.key()).stream())
        .toList();
  }

  private Bound.Section bindFields(MappingNode mapping, OptionType.Section schema) {
    Map<String, Bound> components = new LinkedHashMap<>();
    for (OptionField field : schema.fields()) {
      if (field.inline()) {
        components.put(field.component(), bindFields(mapping, (OptionType.Section) field.type()));
      } else {
        bindField(mapping, field).ifPresent(bound -> components.put(field.component(), bound));
      }
    }
    return new Bound.Section(schema, components, mapping.origin());
  }

  private Optional<Bound> bindField(MappingNode mapping, OptionField field) {
    Optional<ConfigNode> given = mapping.get(field.key());
    ValueBinder values = new ValueBinder(catalog, problems);
    if (given.isPresent()) {
      return Optional.of(values.bindField(given.get(), field));
    }
    if (field.defaultText().isPresent()) {
      return Optional.of(values.bindField(defaultOf(field), field));
    }
    if (field.required()) {
      String place = mapping.path().child(field.key()).toString();
      problems.add(
          ConfigProblem.of(
              mapping.origin(),
              "`" + place + "` is missing",
              "expected "
                  + field.type().expectation()
                  + field.doc().map(doc -> ": " + doc).orElse("")));
      return Optional.empty();
    }
    return Optional.of(new Bound.Maybe(Optional.empty()));
  }

  private static ConfigNode defaultOf(OptionField field) {
    String text = field.key() + ": " + field.defaultText().orElseThrow();
    return new ConfigLoader()
        .loadText(Path.of("default of " + field.key()), text, List.of())
        .get(field.key())
        .orElseThrow();
  }
}
