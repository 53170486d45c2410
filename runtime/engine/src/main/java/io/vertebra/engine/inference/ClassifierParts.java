package io.vertebra.engine.inference;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Transform;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.checkpoint.WeightTarget;
import io.vertebra.engine.config.ExperimentSchema;
import io.vertebra.engine.init.ModelNames;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.train.Learner;
import io.vertebra.engine.train.MemoryNeed;
import io.vertebra.engine.train.NotEnoughMemoryException;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.Bound;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds of a config what inference needs: network, preprocessor and pipeline, but no data. */
final class ClassifierParts {
  private final Binder binder;
  private final PartBuilder builder;
  private final MappingNode config;

  ClassifierParts(Binder binder, PartBuilder builder, MappingNode config) {
    this.binder = binder;
    this.builder = builder;
    this.config = config;
  }

  /**
   * Builds network and preprocessor, for weights that are all loaded; the caller closes {@link
   * Learner#state()}.
   *
   * @throws NotEnoughMemoryException if its arrays do not fit into memory
   */
  Learner learner(EngineServices services) {
    Algorithm algorithm = algorithm();
    DataPreprocessor preprocessor =
        algorithm
            .dataPreprocessor()
            .orElseGet(
                () -> part("data_preprocessor", Kind.DATA_PREPROCESSOR, DataPreprocessor.class));
    ModelState state =
        NotEnoughMemoryException.explain(
            MemoryNeed.lasting("the network"),
            () -> ModelState.undrawn(algorithm, services.runtime(), services.device()));
    return new Learner(algorithm, preprocessor, state, services.ops());
  }

  /** Builds the network alone. */
  Algorithm algorithm() {
    return part("model", Kind.ALGORITHM, Algorithm.class);
  }

  /** A network as weights are loaded into it. */
  WeightTarget target(Algorithm algorithm, ModelState state) {
    return new WeightTarget(algorithm, state, ModelNames.of(builder, algorithm), "");
  }

  private <T> T part(String key, Kind kind, Class<T> type) {
    ConfigNode node = config.get(key).orElseThrow(() -> missing(key));
    return builder.buildPart(
        binder.bindPart(node, kind, ExperimentSchema.defaultType(key).orElse(null)), type);
  }

  /** Builds the pipeline of the test data, or of the validation data where there is no other. */
  Pipeline pipeline() {
    Optional<ConfigNode> node =
        Stream.of("test_dataloader", "val_dataloader")
            .flatMap(loader -> config.find(loader + ".dataset.pipeline").stream())
            .findFirst();
    if (node.isEmpty()) {
      throw missing("test_dataloader.dataset.pipeline");
    }
    List<Transform> transforms = new ArrayList<>();
    for (ConfigNode element : node.get().children()) {
      Bound.Part part = binder.bindPart(element, Kind.TRANSFORM, null);
      transforms.add(builder.buildPart(part, Transform.class));
    }
    return new Pipeline(transforms);
  }

  private ConfigException missing(String key) {
    return new ConfigException(
        List.of(
            ConfigProblem.of(
                config.origin(),
                "`" + key + "` is missing; a network cannot be used without it",
                "give a config that has it with --config")));
  }
}
