package io.vertebra.plugins.vgg;

import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.ConvOptions;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;
import io.vertebra.nn.MaxPool2d;
import io.vertebra.nn.Relu;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes the layers of a VGG. */
final class VggLayers {
  private static final Map<Integer, List<Integer>> CONVOLUTIONS =
      Map.of(
          11, List.of(1, 1, 2, 2, 2),
          13, List.of(2, 2, 2, 2, 2),
          16, List.of(2, 2, 3, 3, 3),
          19, List.of(2, 2, 4, 4, 4));

  private static final int MOST_CHANNELS = 512;
  private static final int HIDDEN = 4096;

  private final VggOptions options;
  private final List<Integer> counts;

  VggLayers(VggOptions options) {
    this.options = options;
    this.counts = CONVOLUTIONS.get(options.depth());
    if (counts == null) {
      throw new IllegalArgumentException(
          "depth is "
              + options.depth()
              + ", but must be one of "
              + new TreeSet<>(CONVOLUTIONS.keySet()));
    }
  }

  /** The channels that a stage gives. */
  static int channels(int stage) {
    return Math.min(64 << stage, MOST_CHANNELS);
  }

  /** The layers of each stage. */
  List<List<Layer>> stages() {
    List<List<Layer>> stages = new ArrayList<>();
    for (int i = 0; i < options.numStages(); i++) {
      stages.add(stage(i));
    }
    return stages;
  }

  private List<Layer> stage(int index) {
    List<Layer> layers = new ArrayList<>();
    int from = index == 0 ? 3 : channels(index - 1);
    for (int i = 0; i < counts.get(index); i++) {
      layers.add(step(i == 0 ? from : channels(index), channels(index), index));
    }
    if (options.withLastPool() || index < options.numStages() - 1) {
      IntPair two = IntPair.of(2);
      layers.add(new MaxPool2d(new PoolSettings(two, two, IntPair.of(0), options.ceilMode())));
    }
    return layers;
  }

  private ConvModule step(int from, int to, int stage) {
    IntPair dilation = IntPair.of(options.dilations().get(stage));
    ConvSettings settings = new ConvSettings(IntPair.of(1), dilation, dilation, 1);
    Conv2d convolution =
        ConvOptions.type(options.convCfg())
            .create(from, to, IntPair.of(3), settings, /* bias= */ true)
            .initializeWith(Distribution.kaimingNormal(to * 9L));
    Activation activation = options.actCfg().create();
    return options
        .normCfg()
        .map(norms -> new ConvModule(convolution, norms.create(new NormContext(to)), activation))
        .orElseGet(() -> new ConvModule(convolution, activation));
  }

  /** The three linear layers on maps of a size. */
  static Sequential classifier(IntPair map, int classes) {
    return new Sequential(
        linear(MOST_CHANNELS * map.first() * map.second(), HIDDEN),
        new Relu(),
        new Dropout(0.5),
        linear(HIDDEN, HIDDEN),
        new Relu(),
        new Dropout(0.5),
        linear(HIDDEN, classes));
  }

  private static Linear linear(int from, int to) {
    return new Linear(from, to, true).initializeWith(new Distribution.Normal(0, 0.01));
  }
}
