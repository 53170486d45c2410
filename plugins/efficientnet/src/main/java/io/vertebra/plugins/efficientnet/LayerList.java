package io.vertebra.plugins.efficientnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.families.mobile.ConvInitialization;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.Sequential;
import java.util.List;

/** The stages of a network, all in one list of layers. */
final class LayerList {
  private final Sequential modules;
  private final Stages stages;
  private final List<Integer> outChannels;

  LayerList(
      List<Layer> layers, List<Integer> channels, List<Integer> outputs, SharedOptions options) {
    this.modules = new Sequential(layers);
    this.stages = Stages.of(layers, outputs);
    this.outChannels = outputs.stream().sorted().map(channels::get).toList();
    ConvInitialization.kaiming(modules);
    stages.freezeFirst(options.frozenStages());
    if (options.training().normEval()) {
      Freezing.evaluateNorms(modules);
    }
  }

  Sequential modules() {
    return modules;
  }

  List<NDArray> features(Context context, NDArray images) {
    return stages.features(context, images);
  }

  List<Integer> outChannels() {
    return outChannels;
  }
}
