package io.vertebra.registry.bind;

import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.Origin;
import io.vertebra.registry.schema.OptionType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A value of a config that was looked at, and what is to be made of it. */
public sealed interface Bound {
  /**
   * The values inside.
   *
   * @return the values, in their order
   */
  default Collection<Bound> children() {
    return List.of();
  }

  /**
   * The parts inside, those in parts among them, and itself where it is one.
   *
   * @return the parts, each before what is inside it
   */
  default Stream<Part> parts() {
    return Stream.concat(
        Stream.of(this).filter(Part.class::isInstance).map(Part.class::cast),
        children().stream().flatMap(Bound::parts));
  }

  /**
   * A value that is ready.
   *
   * @param value a boolean, number, text, null, or a map or list of these
   */
  record Constant(Object value) implements Bound {}

  /**
   * A value that was found wrong, or is missing. Nothing can be built of it.
   *
   * @param problem why
   */
  record Refused(ConfigProblem problem) implements Bound {}

  /**
   * A constant of an enum.
   *
   * @param constant its name in Java
   */
  record Choice(String constant) implements Bound {}

  /**
   * A list.
   *
   * @param elements its elements
   */
  record Sequence(List<Bound> elements) implements Bound {
    @Override
    public Collection<Bound> children() {
      return elements;
    }
  }

  /**
   * A map with texts as keys.
   *
   * @param values its values by key
   */
  record Table(Map<String, Bound> values) implements Bound {
    @Override
    public Collection<Bound> children() {
      return values.values();
    }
  }

  /**
   * A value that may be missing.
   *
   * @param value the value
   */
  record Maybe(Optional<Bound> value) implements Bound {
    @Override
    public Collection<Bound> children() {
      return value.stream().toList();
    }
  }

  /**
   * A record of options.
   *
   * @param schema its keys
   * @param components the values by component
   * @param origin where it was written
   */
  record Section(OptionType.Section schema, Map<String, Bound> components, Origin origin)
      implements Bound {
    /** Makes a section of which the order of components is that of the schema. */
    public Section {
      components = Collections.unmodifiableMap(components);
    }

    @Override
    public Collection<Bound> children() {
      return components.values();
    }

    /**
     * Finds what stands under a key.
     *
     * @param key the key as configs write it
     * @return the value, or empty where there is none and none is needed
     */
    public Optional<Bound> find(String key) {
      return schema.fields().stream()
          .filter(field -> field.key().equals(key))
          .map(field -> components.get(field.component()))
          .flatMap(
              bound -> bound instanceof Maybe maybe ? maybe.value().stream() : Stream.of(bound))
          .findFirst();
    }
  }

  /**
   * A record written in a shorter form.
   *
   * @param method the method of the record that makes it
   * @param argument what the method takes
   * @param origin where it was written
   */
  record Shorthand(String method, Bound argument, Origin origin) implements Bound {
    @Override
    public Collection<Bound> children() {
      return List.of(argument);
    }
  }

  /**
   * A part.
   *
   * @param extension what it is built by
   * @param options its options
   * @param common the options that all parts of its kind have
   * @param deferred whether its parent builds it
   * @param origin where it was written
   */
  record Part(Extension extension, Section options, Section common, boolean deferred, Origin origin)
      implements Bound {
    @Override
    public Collection<Bound> children() {
      return List.of(options, common);
    }
  }
}
