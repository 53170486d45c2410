package io.vertebra.plugins.shufflenet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Module;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.MaxPool2d;
import io.vertebra.nn.Sequential;
import java.util.List;

/** What all ShuffleNets are: a convolution and a pooling that shrink images, then stages. */
final class ShuffleStages {
  private final ConvModule stem;
  private final MaxPool2d pool = new MaxPool2d(3, 2, 1);
  private final Sequential layers;
  private final Stages stages;

  ShuffleStages(int channels, List<Layer> stages, List<Integer> outputs, ShuffleOptions options) {
    this.stem = options.layers().activated(ConvShape.dense(3, channels, 3, 2));
    this.layers = new Sequential(stages);
    this.stages = Stages.of(stages, outputs);
    stem.modules().values().forEach(module -> draw(module, /* stem= */ true));
    draw(layers, /* stem= */ false);
    freeze(options);
  }

  ConvModule stem() {
    return stem;
  }

  Sequential layers() {
    return layers;
  }

  /** Weights are normal, narrower the more inputs an output has, as MMPretrain draws them. */
  private static void draw(Module module, boolean stem) {
    if (module instanceof Conv2d convolution) {
      Shape weight = convolution.parameters().get("weight").shape();
      double deviation = stem ? 0.01 : 1.0 / weight.get(1);
      convolution.initializeWith(new Distribution.Normal(0, deviation));
    }
    module.modules().values().forEach(each -> draw(each, stem));
  }

  private void freeze(ShuffleOptions options) {
    if (options.frozenStages() >= 0) {
      Freezing.freeze(stem);
    }
    stages.freezeFirst(options.frozenStages());
    if (options.training().normEval()) {
      Freezing.evaluateNorms(stem);
      Freezing.evaluateNorms(layers);
    }
  }

  List<NDArray> features(Context context, NDArray images) {
    return stages.features(context, pool.forward(context, stem.forward(context, images)));
  }
}
