package io.vertebra.plugins.initializers;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Initializer;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Parameter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Fills {@code weight} and {@code bias} of layers, as {@code mmengine.model.initialize} does: first
 * the layers of the kinds that are named, then the modules of its overrides.
 */
abstract class LayerInitializer implements Initializer {
  private final LayerOptions options;
  private final Function<Shape, Distribution> weights;

  /** Makes an initialiser that fills each weight by its shape. */
  LayerInitializer(LayerOptions options, Function<Shape, Distribution> weights) {
    this.options = requireNonNull(options, "options is null");
    this.weights = requireNonNull(weights, "weights is null");
  }

  /** Makes an initialiser that fills all weights alike. */
  LayerInitializer(LayerOptions options, Distribution weights) {
    this(options, shape -> weights);
  }

  @Override
  public final void initialize(Module network) {
    if (options.layer().isPresent() || options.name().isPresent()) {
      visit(target(network));
    }
    options.override().ifPresent(each -> each.all().forEach(it -> it.initialize(network)));
  }

  private Module target(Module network) {
    Module found = network;
    for (String segment :
        options.name().map(name -> List.of(name.split("\\."))).orElse(List.of())) {
      Module inner = found.modules().get(segment);
      if (inner == null) {
        throw new IllegalArgumentException(
            "there is no module `%s`: %s has %s"
                .formatted(
                    options.name().orElseThrow(),
                    found.getClass().getSimpleName(),
                    String.join(", ", found.modules().keySet())));
      }
      found = inner;
    }
    return found;
  }

  private void visit(Module module) {
    if (options.isFor(module.layerNames())) {
      fill(module);
    }
    module.modules().values().forEach(this::visit);
  }

  private void fill(Module layer) {
    Map<String, Parameter> parameters = layer.parameters();
    Parameter weight = parameters.get("weight");
    if (weight != null) {
      weight.initializeWith(weight(layer, weight.shape()));
    }
    Parameter bias = parameters.get("bias");
    if (bias != null) {
      bias.initializeWith(new Distribution.Constant(options.biasValue()));
    }
  }

  private Distribution weight(Module layer, Shape shape) {
    try {
      return weights.apply(shape);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s cannot fill a %s: %s"
              .formatted(
                  getClass().getSimpleName(), layer.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }
}
