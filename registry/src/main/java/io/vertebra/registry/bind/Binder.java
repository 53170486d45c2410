package io.vertebra.registry.bind;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.schema.OptionType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Checks a config against the options of the parts that it names. Everything that is wrong is found
 * at once, and nothing is loaded or built for it.
 */
public final class Binder {
  private final Catalog catalog;

  /**
   * Makes a binder.
   *
   * @param catalog the parts that may be named
   */
  public Binder(Catalog catalog) {
    this.catalog = requireNonNull(catalog, "catalog is null");
  }

  /**
   * Checks a mapping against the keys of a record.
   *
   * @param node the mapping
   * @param schema the keys
   * @return what was found right
   * @throws ConfigException with everything that is wrong
   */
  public Bound.Section bindSection(ConfigNode node, OptionType.Section schema) {
    return run(values -> new SectionBinder(catalog, values).bind(node, schema));
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
    return (Bound.Part)
        run(
            values ->
                new ValueBinder(catalog, values)
                    .bindPart(node, new OptionType.Part(kind, false), defaultType));
  }

  private static <T> T run(Function<List<ConfigProblem>, T> binding) {
    List<ConfigProblem> problems = new ArrayList<>();
    T bound = binding.apply(problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return bound;
  }
}
