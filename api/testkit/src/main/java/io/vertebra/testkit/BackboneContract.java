package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.CamLayer;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.model.Pass;
import io.vertebra.engine.model.Precision;
import io.vertebra.engine.torch.Gradients;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.train.StepScope;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every {@link Backbone}. */
public abstract class BackboneContract extends ModuleContract<Backbone> {
  /** Makes the contract. */
  protected BackboneContract() {
    super(Kind.BACKBONE, Backbone.class);
  }

  /**
   * The shape of an image that the backbone takes.
   *
   * @return C x H x W
   */
  protected abstract Shape input();

  /**
   * The shapes of the features of one image.
   *
   * @return one for each stage, without the axis of the batch
   */
  protected abstract List<Shape> outputs();

  @Override
  final List<Shape> inputShapes(int batch) {
    return List.of(Tries.batched(batch, input()));
  }

  @Override
  final List<Shape> outputShapes(int batch) {
    return Tries.batched(batch, outputs());
  }

  @Override
  final List<NDArray> forward(Backbone backbone, Context context, List<NDArray> inputs) {
    return backbone.forward(context, inputs.get(0));
  }

  /** Who draws class-activation maps is shown an output with the axes that are told. */
  @Test
  final void showsTheLayerOfClassActivationMaps() throws IOException {
    withBench(
        (backbone, bench) -> {
          assumeThat(backbone.camLayer()).as("layer that is told").isPresent();
          CamLayer layer = backbone.camLayer().orElseThrow();
          Map<String, Output> shown = new LinkedHashMap<>();
          bench.evaluate(
              (context, manager) -> {
                ShownModules pass = new ShownModules(context, backbone, Set.of(layer.name()));
                List<NDArray> features =
                    backbone.forward(pass, Tries.input(manager, inputShapes(2).get(0)));
                shown.putAll(pass.outputs());
                return features;
              });
          assertThat(shown).containsKey(layer.name());
          Shape shape = shown.get(layer.name()).shape();
          assertThat(shape.dimension()).isEqualTo(layer.axes() == CamLayer.Axes.TOKENS ? 3 : 4);
          assertThat(shape.get(0)).isEqualTo(2);
          assertThat(shape.get(1)).isGreaterThan(layer.extraTokens());
        });
  }

  /** The types of DJL end at float16, and some of its operations end the process at bfloat16. */
  @Test
  final void runsInBfloat16() throws IOException {
    withBench(
        (backbone, bench) -> {
          Pass pass =
              new Pass(
                  plugins().engine().ops(Precision.BFLOAT16), bench.state(), /* training= */ true);
          try (StepScope scope = new StepScope(bench.state().manager());
              TensorList parameters =
                  TensorList.of(plugins().engine().runtime(), bench.state().trainable().values())) {
            NDArray images = Tries.input(scope.manager(), inputShapes(2).get(0));
            List<NDArray> features = backbone.forward(pass, images);
            NDArray objective =
                features.stream()
                    .map(feature -> pass.ops().toFloat32(feature))
                    .map(feature -> feature.mul(feature).mean())
                    .reduce(NDArray::add)
                    .orElseThrow();
            assertThat(objective.getFloat()).isFinite();
            new Gradients(plugins().engine().runtime()).orZero(objective, parameters).close();
          }
        });
  }
}
