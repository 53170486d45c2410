package io.vertebra.registry.bind;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.schema.OptionType;
import java.util.function.Consumer;

/**
 * Checks a config against the options of the parts that it names. Everything that is wrong is found
 * at once, and nothing is loaded or built for it.
 */
public final class Binder {
  private final Catalog catalog;
  private final Consumer<ConfigProblem> warnings;

  /**
   * Makes a binder.
   *
   * @param catalog the parts that may be named
   * @param warnings is told what works but should be written otherwise
   */
  public Binder(Catalog catalog, Consumer<ConfigProblem> warnings) {
    this.catalog = requireNonNull(catalog, "catalog is null");
    this.warnings = requireNonNull(warnings, "warnings is null");
  }

  /**
   * Checks a mapping against the keys of a record, and keeps what is right of one that is wrong.
   *
   * @param catalog the parts that may be named
   * @param node the mapping
   * @param schema the keys
   * @param report takes what is wrong and what should be written otherwise
   * @return the keys that are right; in place of the others stands why they were refused
   */
  public static Bound.Section examine(
      Catalog catalog, MappingNode node, OptionType.Section schema, Report report) {
    return new SectionBinder(catalog, report).bind(node, schema);
  }

  /**
   * Checks a mapping that names a part.
   *
   * @param node the mapping
   * @param kind the kind of the part
   * @param defaultType the part that is meant where the mapping has no type, or null
   * @return what was found right
   * @throws ConfigException with everything that is wrong
   */
  public Bound.Part bindPart(ConfigNode node, Kind kind, String defaultType) {
    Report report = new Report();
    OptionType.Part type = new OptionType.Part(kind, false);
    Bound bound = new ValueBinder(catalog, report).bindPart(node, type, defaultType);
    report.throwIfProblems();
    report.warnings().forEach(warnings);
    return (Bound.Part) bound;
  }
}
