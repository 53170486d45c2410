package io.vertebra.engine.inference;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.config.ConfigWarnings;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.engine.train.StepScope;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.MappingNode;
import java.util.List;

/** Finds out what features a backbone gives, by running it once on an empty image. */
public final class FeatureProbe {
  private FeatureProbe() {}

  /**
   * Runs a backbone.
   *
   * @param services what it runs on
   * @param catalog the parts that there are
   * @param backbone the mapping that names the backbone
   * @param image the shape of the image, 1 x C x H x W
   * @return the shape of its last feature: 1 x C x H x W, or 1 x C
   * @throws ConfigException if the backbone cannot be built
   */
  public static Shape lastFeature(
      EngineServices services, Catalog catalog, MappingNode backbone, Shape image) {
    try (PartBuilder builder = new PartBuilder()) {
      Backbone network =
          builder.buildPart(
              new Binder(catalog, new ConfigWarnings()).bindPart(backbone, Kind.BACKBONE, null),
              Backbone.class);
      try (ModelState state = ModelState.undrawn(network, services.runtime(), services.device())) {
        return GradMode.OFF.get(() -> run(services, network, state, image));
      }
    }
  }

  private static Shape run(
      EngineServices services, Backbone network, ModelState state, Shape image) {
    try (StepScope scope = new StepScope(state.manager())) {
      NDArray zeros = scope.manager().zeros(image, DataType.FLOAT32);
      List<NDArray> features = network.forward(new Pass(services.ops(), state, false), zeros);
      return features.get(features.size() - 1).getShape();
    }
  }
}
