package io.vertebra.engine.complexity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Parameter;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.inference.NetworkParts;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.model.ObservedOps;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.train.StepScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a network costs, by running it once on an empty batch. */
public final class ComplexityProbe {
  private final IdentityHashMap<NDArray, String> layers = new IdentityHashMap<>();
  private final Map<String, Long> uncounted = new HashMap<>();
  private final List<LayerCost> costs = new ArrayList<>();
  private String lastPart = "";

  private ComplexityProbe() {}

  /**
   * Runs a network in evaluation mode.
   *
   * @param services what it runs on
   * @param algorithm the network
   * @param images the shape of the batch, N x C x H x W
   * @return what it costs
   */
  public static Complexity of(EngineServices services, Algorithm algorithm, Shape images) {
    ComplexityProbe probe = new ComplexityProbe();
    try (ModelState state = ModelState.undrawn(algorithm, services.runtime(), services.device())) {
      probe.name(algorithm, state);
      ObservedOps ops = new ObservedOps(services.runtime(), probe::note);
      GradMode.OFF.run(() -> run(algorithm, new Pass(ops, state, false), state, images));
    }
    return new Complexity(parameters(algorithm), probe.costs, camLayer(algorithm));
  }

  /** Tells the layer by its name within the whole network. */
  private static Optional<String> camLayer(Algorithm algorithm) {
    Backbone backbone = NetworkParts.of(algorithm).backbone();
    return backbone
        .camLayer()
        .flatMap(
            layer ->
                algorithm.allModules().entrySet().stream()
                    .filter(entry -> entry.getValue() == backbone)
                    .map(entry -> entry.getKey() + "." + layer.name())
                    .findFirst());
  }

  private static void run(Algorithm algorithm, Pass pass, ModelState state, Shape images) {
    try (StepScope scope = new StepScope(state.manager())) {
      NDArray zeros = scope.manager().zeros(images, DataType.FLOAT32);
      NetworkParts.of(algorithm).forward(pass, zeros);
    }
  }

  private static long parameters(Algorithm algorithm) {
    return algorithm.parameters().values().stream().mapToLong(each -> each.shape().size()).sum();
  }

  private void name(Algorithm algorithm, ModelState state) {
    algorithm
        .tensors()
        .forEach(
            (name, tensor) -> {
              String layer = parent(name);
              layers.put(state.get(tensor), layer);
              if (tensor instanceof Parameter) {
                uncounted.merge(layer, tensor.shape().size(), Long::sum);
              }
            });
  }

  private static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private void note(ObservedOps.Work work) {
    String layer = work.weight().map(layers::get).orElse(lastPart);
    if (work.weight().isPresent()) {
      lastPart = parent(layer);
    }
    Long parameters = work.weight().isPresent() ? uncounted.remove(layer) : null;
    costs.add(
        new LayerCost(
            layer,
            work.operation(),
            work.output(),
            parameters == null ? 0 : parameters,
            work.multiplyAdds()));
  }
}
