package io.vertebra.engine.config;

import io.vertebra.api.data.KnownClasses;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Bound;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.bind.Report;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.schema.OptionField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Builds parts of a config in order to ask them; those that cannot be built are reported. */
final class TrialParts {
  /** The keys of loaders. */
  static final List<String> LOADERS =
      List.of("train_dataloader", "val_dataloader", "test_dataloader");

  private final Bound.Section config;
  private final PartBuilder builder;
  private final Report report;

  TrialParts(Bound.Section config, PartBuilder builder, Report report) {
    this.config = config;
    this.builder = builder;
    this.report = report;
  }

  /** Reports what records of options and the parts of a run refuse. */
  void refuseOptions() {
    attempt(() -> builder.build(config, ExperimentOptions.class));
    parts("data_preprocessor", DataPreprocessor.class);
    for (String loader : LOADERS) {
      part(loader, "sampler").ifPresent(part -> attempt(() -> builder.buildOptions(part)));
    }
  }

  boolean has(String key) {
    return config.find(key).isPresent();
  }

  Optional<Algorithm> model() {
    return parts("model", Algorithm.class).values().stream().findFirst();
  }

  Optional<TrainOptions> training() {
    return section("train_cfg", TrainOptions.class);
  }

  /** The figures of validations; empty where one of them cannot be built. */
  Optional<Metrics> validation() {
    return section("val_evaluator", Metrics.class);
  }

  /** The parts that can be built of those under a key, by their paths. */
  <T> Map<String, T> parts(String key, Class<T> type) {
    Map<String, T> parts = new LinkedHashMap<>();
    config.find(key).ifPresent(bound -> collect(key, bound, type, parts));
    return parts;
  }

  private <T> void collect(String path, Bound bound, Class<T> type, Map<String, T> parts) {
    if (bound instanceof Bound.Part part) {
      attempt(() -> builder.buildPart(part, type)).ifPresent(built -> parts.put(path, built));
    } else if (bound instanceof Bound.Shorthand shorthand) {
      collect(path, shorthand.argument(), type, parts);
    } else if (bound instanceof Bound.Sequence list) {
      for (int i = 0; i < list.elements().size(); i++) {
        collect(path + "." + i, list.elements().get(i), type, parts);
      }
    } else if (bound instanceof Bound.Section section) {
      for (OptionField field : section.schema().fields()) {
        section
            .find(field.key())
            .ifPresent(value -> collect(path + "." + field.key(), value, type, parts));
      }
    }
  }

  /** How many classes the data of a loader has, as far as its options tell. */
  OptionalInt classCount(String loader) {
    return part(loader, "dataset").map(this::classCount).orElse(OptionalInt.empty());
  }

  /** Asks the options of a data set, or else those of the data sets that it is made of. */
  private OptionalInt classCount(Bound.Part dataset) {
    Optional<Object> options = attempt(() -> builder.buildOptions(dataset)).flatMap(built -> built);
    if (options.isPresent() && options.get() instanceof KnownClasses known) {
      return known.classCount();
    }
    return dataset.options().components().values().stream()
        .flatMap(TrialParts::datasets)
        .map(this::classCount)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private static Stream<Bound.Part> datasets(Bound bound) {
    if (bound instanceof Bound.Sequence list) {
      return list.elements().stream().flatMap(TrialParts::datasets);
    }
    return bound instanceof Bound.Part part && part.extension().descriptor().kind() == Kind.DATASET
        ? Stream.of(part)
        : Stream.of();
  }

  /** A part that a loader builds later. */
  private Optional<Bound.Part> part(String loader, String key) {
    return config.find(loader).orElse(null) instanceof Bound.Section section
            && section.find(key).orElse(null) instanceof Bound.Part part
        ? Optional.of(part)
        : Optional.empty();
  }

  private <T> Optional<T> section(String key, Class<T> type) {
    return config.find(key).flatMap(bound -> attempt(() -> type.cast(builder.build(bound, type))));
  }

  private <T> Optional<T> attempt(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (ConfigException e) {
      report.problems(e.problems());
      return Optional.empty();
    } catch (RuntimeException e) {
      // A part that breaks down over a config with mistakes must not hide them.
      if (report.problems().isEmpty()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
