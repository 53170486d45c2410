package io.vertebra.registry.bind;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.config.NearNames;
import io.vertebra.registry.config.Origin;
import io.vertebra.registry.config.ScalarNode;
import io.vertebra.registry.schema.ExtensionDescriptor;
import io.vertebra.registry.schema.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the part that a mapping names, and checks its options. */
final class PartBinder {
  /** Keys of a mapping that say which part it is, not how it is set. */
  private static final Set<String> NAMING_KEYS = Set.of("type", "_scope_");

  /** MMEngine's scopes, which say which library registered a type. */
  private static final Pattern SCOPED =
      Pattern.compile("(?:mmpretrain|mmcls|mmselfsup|mmengine|mmcv)\\.([^.]+)");

  /** How many names of parts a hint lists; a screen full of them helps nobody. */
  private static final int MOST_NAMES = 40;

  private final Catalog catalog;
  private final Report report;

  PartBinder(Catalog catalog, Report report) {
    this.catalog = catalog;
    this.report = report;
  }

  Bound bind(ConfigNode node, OptionType.Part type, String defaultType) {
    if (!(node instanceof MappingNode mapping)) {
      return refuse(
          node,
          node.origin(),
          "`" + node.path() + "` must be " + type.expectation() + ", but is " + node.kind(),
          "write {type: NAME, ...}; " + registered(type.kind()));
    }
    Optional<String> name = typeName(mapping, defaultType);
    if (name.isEmpty()) {
      return refuse(
          mapping,
          placeOfType(mapping),
          "`" + mapping.path() + "` needs a `type`, the name of a " + type.kind().label(),
          registered(type.kind()));
    }
    return bindNamed(mapping, type, name.get());
  }

  private Bound refuse(ConfigNode node, Origin origin, String message, String hint) {
    return report.refuse(ConfigProblem.of(origin, message, hint).about(node.path()));
  }

  private Bound bindNamed(MappingNode mapping, OptionType.Part type, String name) {
    Optional<Extension> extension = catalog.find(type.kind(), name);
    if (extension.isEmpty()) {
      return refuseUnknownType(mapping, type.kind(), name);
    }
    String present = extension.get().descriptor().type();
    if (!name.equals(present) && !name.endsWith("/" + present)) {
      report.warning(
          ConfigProblem.of(
                  placeOfType(mapping),
                  "`" + name + "` is called `" + present + "` now; use that name")
              .about(mapping.path().child("type")));
    }
    return bindOptions(mapping, extension.get(), type.deferred());
  }

  private Bound.Part bindOptions(MappingNode mapping, Extension extension, boolean deferred) {
    ExtensionDescriptor part = extension.descriptor();
    SectionBinder sections = new SectionBinder(catalog, report);
    sections.refuseUnknownKeys(mapping, part.allOptions(), NAMING_KEYS);
    Bound.Section options = sections.bindFields(mapping, part.options());
    Bound.Section common =
        sections.bindFields(mapping.without(part.options().keys()), part.common());
    return new Bound.Part(extension, options, common, deferred, mapping.origin());
  }

  private static Optional<String> typeName(MappingNode mapping, String defaultType) {
    Optional<ConfigNode> node = mapping.get("type");
    if (node.isEmpty() && defaultType != null) {
      return Optional.of(defaultType);
    }
    if (node.isPresent() && node.get() instanceof ScalarNode scalar && !scalar.isNull()) {
      Matcher scoped = SCOPED.matcher(scalar.text());
      return Optional.of(scoped.matches() ? scoped.group(1) : scalar.text());
    }
    return Optional.empty();
  }

  private static Origin placeOfType(MappingNode mapping) {
    return mapping.get("type").map(ConfigNode::origin).orElse(mapping.origin());
  }

  private Bound refuseUnknownType(MappingNode mapping, Kind kind, String name) {
    List<String> hints = new ArrayList<>();
    catalog.list(kind).stream()
        .flatMap(part -> Optional.ofNullable(part.descriptor().removedTypes().get(name)).stream())
        .forEach(use -> hints.add("use " + use));
    catalog.unavailable().stream()
        .filter(part -> part.descriptor().kind() == kind)
        .filter(part -> List.of(part.descriptor().type(), fullName(part)).contains(name))
        .forEach(part -> hints.add(part.owner() + " provides it, but " + part.reason()));
    catalog
        .find(kind, name.substring(name.lastIndexOf('/') + 1))
        .ifPresent(part -> hints.add(part.owner() + " provides one of that name"));
    NearNames.question(name, names(kind)).ifPresent(hints::add);
    hints.add(registered(kind));
    return refuse(
        mapping,
        placeOfType(mapping),
        "there is no " + kind.label() + " named `" + name + "`",
        String.join("; ", hints));
  }

  private static String fullName(Catalog.Unavailable part) {
    return part.owner().name() + "/" + part.descriptor().type();
  }

  private List<String> names(Kind kind) {
    return catalog.list(kind).stream()
        .map(extension -> extension.descriptor().type())
        .distinct()
        .toList();
  }

  private String registered(Kind kind) {
    List<String> names = names(kind);
    if (names.isEmpty()) {
      return "no bundle provides a " + kind.label();
    }
    int shown = Math.min(names.size(), MOST_NAMES);
    String more = names.size() > shown ? ", and %d more".formatted(names.size() - shown) : "";
    return "registered: " + String.join(", ", names.subList(0, shown)) + more;
  }
}
