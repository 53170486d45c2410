package io.vertebra.engine.inference;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Algorithm;
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
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigWriter;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Merges the branches of a trained network and writes the weights of the smaller one. */
public final class BranchMerging {
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
   * Merges the branches of all parts of a network that are {@link Mergeable}.
   *
   * @param config the config of the weights; the one that is written has the options of the merged
   *     parts
   * @param weights the trained weights, of any naming that is known; stay open
   * @param output the file to write
   * @return how many arrays were written
   * @throws ConfigException if the model cannot be built
   * @throws IOException if no part has branches to merge, the weights do not fit, a part merges
   *     them to what its options do not build, or a file cannot be read or written
   */
  public int merge(MappingNode config, Checkpoint weights, Path output) throws IOException {
    return new NetworkBuilder(catalog)
        .use(config, network -> merge(config, network, weights, output));
  }

  private int merge(MappingNode config, NamedNetwork network, Checkpoint weights, Path output)
      throws IOException {
    Algorithm algorithm = network.algorithm();
    Map<String, Mergeable> parts = mergeable(algorithm);
    MappingNode mergedConfig = mergedConfig(config, parts, weights.file());
    try (ModelState state = ModelState.undrawn(algorithm, services.runtime(), services.device())) {
      WeightTarget target = new WeightTarget(algorithm, state, network.tables(), "");
      weights.load(target, LoadPolicy.WHOLE, new WeightLoader(services.files(), services.ops()));
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Map<String, NDArray> merged = GradMode.OFF.get(() -> merged(parts, state.stateDict()));
        checkArrays(mergedConfig, merged);
        CheckpointInfo info = info(weights.info(), mergedConfig);
        Checkpoint.write(output, info, merged, Map.of(), services.files());
        return merged.size();
      }
    }
  }

  /** The parts with branches, by their keys in the model. */
  private static Map<String, Mergeable> mergeable(Algorithm algorithm) throws CheckpointException {
    Map<String, Mergeable> parts = new LinkedHashMap<>();
    algorithm
        .modules()
        .forEach(
            (name, module) -> {
              if (module instanceof Mergeable part) {
                parts.put(name, part);
              }
            });
    if (parts.isEmpty()) {
      throw new CheckpointException(
          "the network has no branches to merge: none of its parts (%s) merges any"
              .formatted(String.join(", ", algorithm.modules().keySet())));
    }
    return parts;
  }

  private static MappingNode mergedConfig(
      MappingNode config, Map<String, Mergeable> parts, Path file) {
    List<String> changes = new ArrayList<>();
    parts.forEach(
        (name, part) ->
            part.mergedOptions()
                .forEach(
                    (key, value) -> changes.add("model.%s.%s=%s".formatted(name, key, value))));
    return new ConfigLoader().loadText(file, ConfigWriter.yaml(config), changes);
  }

  /** A part of another plugin may have merged its branches to something else than it builds. */
  private void checkArrays(MappingNode mergedConfig, Map<String, NDArray> merged)
      throws IOException {
    Map<String, Shape> built =
        new NetworkBuilder(catalog).use(mergedConfig, BranchMerging::savedShapes);
    Map<String, Shape> made = new TreeMap<>();
    merged.forEach((name, array) -> made.put(name, array.getShape()));
    if (!made.equals(built)) {
      made.entrySet().removeAll(built.entrySet());
      throw new CheckpointException(
          "the branches were merged to arrays that the merged network does not have: " + made);
    }
  }

  private static Map<String, Shape> savedShapes(NamedNetwork network) {
    Map<String, Shape> shapes = new TreeMap<>();
    network
        .algorithm()
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (tensor.persistent()) {
                shapes.put(name, tensor.shape());
              }
            });
    return shapes;
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

  private Map<String, NDArray> merged(Map<String, Mergeable> parts, Map<String, NDArray> state) {
    Map<String, NDArray> merged = new LinkedHashMap<>(state);
    parts.forEach(
        (part, mergeable) -> {
          String prefix = part + ".";
          Map<String, NDArray> own = new LinkedHashMap<>();
          state.forEach(
              (name, array) -> {
                if (name.startsWith(prefix)) {
                  own.put(name.substring(prefix.length()), array);
                }
              });
          merged.keySet().removeIf(name -> name.startsWith(prefix));
          mergeable.merge(services.ops(), own).forEach((name, it) -> merged.put(prefix + name, it));
        });
    return merged;
  }
}
