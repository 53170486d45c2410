package io.vertebra.registry.bind;

import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.config.NearNames;
import io.vertebra.registry.config.ScalarNode;
import io.vertebra.registry.schema.OptionField;
import io.vertebra.registry.schema.OptionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a value against what an option may be. */
final class ValueBinder {
  private final Catalog catalog;
  private final Report report;

  ValueBinder(Catalog catalog, Report report) {
    this.catalog = catalog;
    this.report = report;
  }

  Bound bindField(ConfigNode node, OptionField field) {
    Optional<Bound> outOfRange = new RangeCheck(field, report).check(node);
    if (outOfRange.isPresent()) {
      return outOfRange.get();
    }
    OptionType type = field.type();
    if (field.defaultType().isPresent()) {
      OptionType inner = type instanceof OptionType.Nullable maybe ? maybe.value() : type;
      if (inner instanceof OptionType.Part part && !isNull(node)) {
        Bound bound = bindPart(node, part, field.defaultType().get());
        return type instanceof OptionType.Nullable ? new Bound.Maybe(Optional.of(bound)) : bound;
      }
    }
    return bind(node, type);
  }

  Bound bind(ConfigNode node, OptionType type) {
    if (type instanceof OptionType.Nullable nullable) {
      return new Bound.Maybe(
          isNull(node) ? Optional.empty() : Optional.of(bind(node, nullable.value())));
    }
    if (type instanceof OptionType.Scalar scalar) {
      return scalar == OptionType.Scalar.ANY
          ? new Bound.Constant(node.toObject())
          : bindScalar(node, scalar);
    }
    if (type instanceof OptionType.Choice choice) {
      return bindChoice(node, choice);
    }
    if (type instanceof OptionType.ListOf list) {
      return bindList(node, list);
    }
    if (type instanceof OptionType.MapOf map) {
      return bindMap(node, map);
    }
    if (type instanceof OptionType.Part part) {
      return bindPart(node, part, null);
    }
    return bindRecord(node, (OptionType.Section) type);
  }

  private Bound bindScalar(ConfigNode node, OptionType.Scalar type) {
    if (node instanceof ScalarNode scalar) {
      Optional<Object> value = ScalarConversion.convert(scalar.value(), type);
      if (value.isPresent()) {
        return new Bound.Constant(value.get());
      }
      if (type == OptionType.Scalar.STRING && !scalar.isNull()) {
        return refuse(node, type, "put it in quotes if a text is meant: \"" + scalar.text() + "\"");
      }
    }
    return refuse(node, type);
  }

  private Bound bindChoice(ConfigNode node, OptionType.Choice type) {
    if (node instanceof ScalarNode scalar) {
      for (OptionType.Choice.Constant constant : type.values()) {
        if (constant.name().equals(scalar.text())) {
          return new Bound.Choice(constant.constant());
        }
      }
      List<String> names = type.values().stream().map(OptionType.Choice.Constant::name).toList();
      return NearNames.question(scalar.text(), names)
          .map(question -> refuse(node, type, question))
          .orElseGet(() -> refuse(node, type));
    }
    return refuse(node, type);
  }

  private Bound bindList(ConfigNode node, OptionType.ListOf type) {
    if (node instanceof ListNode list) {
      return new Bound.Sequence(
          list.children().stream().map(element -> bind(element, type.element())).toList());
    }
    return refuse(node, type);
  }

  private Bound bindMap(ConfigNode node, OptionType.MapOf type) {
    if (node instanceof MappingNode mapping) {
      Map<String, Bound> values = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(entry -> values.put(entry.key(), bind(entry.value(), type.value())));
      return new Bound.Table(values);
    }
    return refuse(node, type);
  }

  Bound bindPart(ConfigNode node, OptionType.Part type, String defaultType) {
    return new PartBinder(catalog, report).bind(node, type, defaultType);
  }

  private Bound bindRecord(ConfigNode node, OptionType.Section type) {
    for (OptionType.Section.Shorthand shorthand : type.shorthands()) {
      if (fits(node, shorthand.type())) {
        return new Bound.Shorthand(shorthand.method(), bind(node, shorthand.type()), node.origin());
      }
    }
    if (node instanceof MappingNode) {
      return new SectionBinder(catalog, report).bind(node, type);
    }
    return refuse(node, type);
  }

  /** Whether a node has the form of a type, whatever its value. */
  private static boolean fits(ConfigNode node, OptionType type) {
    if (type instanceof OptionType.ListOf) {
      return node instanceof ListNode;
    }
    if (type instanceof OptionType.Part) {
      return node instanceof MappingNode mapping && mapping.has("type");
    }
    if (type instanceof OptionType.Section) {
      return node instanceof MappingNode;
    }
    if (type instanceof OptionType.Scalar scalar && node instanceof ScalarNode value) {
      return ScalarConversion.convert(value.value(), scalar).isPresent();
    }
    return type instanceof OptionType.Choice && node instanceof ScalarNode;
  }

  private Bound refuse(ConfigNode node, OptionType type) {
    return report.refuse(ConfigProblem.of(node.origin(), refusal(node, type)).about(node.path()));
  }

  private Bound refuse(ConfigNode node, OptionType type, String hint) {
    return report.refuse(
        ConfigProblem.of(node.origin(), refusal(node, type), hint).about(node.path()));
  }

  private static String refusal(ConfigNode node, OptionType type) {
    return "`" + node.path() + "` must be " + type.expectation() + ", but is " + shown(node);
  }

  private static String shown(ConfigNode node) {
    return node instanceof ScalarNode scalar && !scalar.isNull()
        ? node.kind() + ": " + scalar.text()
        : node.kind();
  }

  private static boolean isNull(ConfigNode node) {
    return node instanceof ScalarNode scalar && scalar.isNull();
  }
}
