package io.vertebra.engine.inference;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Mergeable;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.checkpoint.LoadPolicy;
import io.vertebra.engine.checkpoint.WeightLoader;
import io.vertebra.engine.checkpoint.WeightTarget;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigWriter;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Merges the branches of a trained network and writes the weights of the smaller one. */
public final class BranchMerging {
  private static final String BACKBONE = "backbone.";

  private final EngineServices services;
  private final Catalog catalog;

  /**
   * Makes a merging.
   *
   * @param services what networks run on
   * @param catalog the parts that there are
   */
  public BranchMerging(EngineServices services, Catalog catalog) {
    this.services = requireNonNull(services, "services is null");
    this.catalog = requireNonNull(catalog, "catalog is null");
  }

  /**
   * The configs of both networks.
   *
   * @param trained that of the weights
   * @param merged the same with merged branches; it is written into the file
   */
  public record Configs(MappingNode trained, MappingNode merged) {}

  /**
   * Merges the branches of a backbone that is {@link Mergeable}.
   *
   * @param configs the configs
   * @param weights the trained weights, of any naming that is known; stay open
   * @param output the file to write
   * @return how many arrays were written
   * @throws ConfigException if the model cannot be built
   * @throws IOException if the backbone has no branches to merge, the weights do not fit, or a file
   *     cannot be read or written
   */
  public int merge(Configs configs, Checkpoint weights, Path output) throws IOException {
    CheckpointInfo info = info(weights.info(), configs.merged());
    return new NetworkBuilder(catalog)
        .use(configs.trained(), network -> merge(network, weights, info, output));
  }

  private int merge(NamedNetwork network, Checkpoint weights, CheckpointInfo info, Path output)
      throws IOException {
    Algorithm algorithm = network.algorithm();
    Mergeable backbone = mergeable(NetworkParts.of(algorithm).backbone());
    try (ModelState state =
        ModelState.initialize(algorithm, services.runtime(), services.device(), 0)) {
      WeightTarget target = new WeightTarget(algorithm, state, network.tables(), "");
      weights.load(target, LoadPolicy.WHOLE, new WeightLoader(services.files(), services.ops()));
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Map<String, NDArray> merged = GradMode.OFF.get(() -> merged(backbone, state.stateDict()));
        Checkpoint.write(output, info, merged, Map.of(), services.files());
        return merged.size();
      }
    }
  }

  private static Mergeable mergeable(Backbone backbone) throws CheckpointException {
    if (backbone instanceof Mergeable mergeable) {
      return mergeable;
    }
    throw new CheckpointException(
        "the backbone %s has no branches to merge".formatted(backbone.getClass().getSimpleName()));
  }

  private static CheckpointInfo info(CheckpointInfo trained, MappingNode config) {
    return new CheckpointInfo(
        ConfigWriter.yaml(config),
        trained.classes(),
        trained.taskClasses(),
        trained.epoch(),
        trained.iteration(),
        trained.metrics(),
        Map.of());
  }

  private Map<String, NDArray> merged(Mergeable backbone, Map<String, NDArray> state) {
    Map<String, NDArray> own = new LinkedHashMap<>();
    Map<String, NDArray> others = new LinkedHashMap<>();
    state.forEach(
        (name, array) -> {
          if (name.startsWith(BACKBONE)) {
            own.put(name.substring(BACKBONE.length()), array);
          } else {
            others.put(name, array);
          }
        });
    Map<String, NDArray> merged = new LinkedHashMap<>();
    backbone.merge(services.ops(), own).forEach((name, it) -> merged.put(BACKBONE + name, it));
    merged.putAll(others);
    return merged;
  }
}
