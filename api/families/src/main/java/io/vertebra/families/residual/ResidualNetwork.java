package io.vertebra.families.residual;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.MaxPool2d;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stem that shrinks images four times, then stages named {@code layer1}, {@code layer2}, ...; the
 * features are N x C x H' x W'.
 */
public abstract class ResidualNetwork extends Backbone {
  private final List<Layer> stem;
  private final MaxPool2d pool;
  private final List<Layer> stages = new ArrayList<>();
  private final List<Integer> outIndices;
  private final List<Integer> outChannels;

  /**
   * Makes a network.
   *
   * @param options the options
   * @param tweaks refinements of stem and shortcuts
   * @param architecture the blocks
   */
  protected ResidualNetwork(
      ResidualOptions options, ResidualTweaks tweaks, ResidualArchitecture architecture) {
    ResidualLayers layers = new ResidualLayers(options.normCfg(), options.actCfg());
    this.stem = tweaks.deepStem() ? deepStem(options, layers) : plainStem(options, layers);
    this.pool = addModule("maxpool", new MaxPool2d(3, 2, 1));
    this.outIndices = options.outIndices().values();
    StageBuilder builder = new StageBuilder(options, tweaks.avgDown(), architecture);
    for (int i = 0; i < options.numStages(); i++) {
      stages.add(addModule("layer" + (i + 1), builder.stage(i, layers)));
    }
    this.outChannels =
        IntStream.range(0, options.numStages())
            .filter(outIndices::contains)
            .mapToObj(builder::channels)
            .toList();
    freeze(options);
  }

  private List<Layer> plainStem(ResidualOptions options, ResidualLayers layers) {
    int channels = options.stemChannels();
    Norm norm = layers.norm(channels);
    return List.of(
        addModule("conv1", ResidualLayers.convolution(options.inChannels(), channels, 7, 2, 1, 1)),
        addModule(norm.abbreviation() + "1", norm),
        addModule("relu", layers.activation()));
  }

  private List<Layer> deepStem(ResidualOptions options, ResidualLayers layers) {
    int channels = options.stemChannels();
    int half = channels / 2;
    return List.of(
        addModule(
            "stem",
            new Sequential(
                stemLayer(
                    ResidualLayers.convolution(options.inChannels(), half, 3, 2, 1, 1),
                    half,
                    layers),
                stemLayer(ResidualLayers.convolution(half, half, 3, 1, 1, 1), half, layers),
                stemLayer(
                    ResidualLayers.convolution(half, channels, 3, 1, 1, 1), channels, layers))));
  }

  private static ConvModule stemLayer(Conv2d convolution, int channels, ResidualLayers layers) {
    return new ConvModule(convolution, layers.norm(channels), layers.activation());
  }

  private void freeze(ResidualOptions options) {
    if (options.frozenStages() >= 0) {
      stem.forEach(ResidualNetwork::freezeModule);
      stages.subList(0, options.frozenStages()).forEach(ResidualNetwork::freezeModule);
    }
    if (options.normEval()) {
      evaluateNorms(this);
    }
  }

  private static void freezeModule(Module module) {
    module.setTrainable(false);
    module.setEvaluating(true);
  }

  private static void evaluateNorms(Module module) {
    if (module instanceof Norm) {
      module.setEvaluating(true);
    }
    module.modules().values().forEach(ResidualNetwork::evaluateNorms);
  }

  @Override
  public final List<NDArray> forward(Context context, NDArray images) {
    NDArray map = images;
    for (Layer layer : stem) {
      map = map == images ? layer.forward(context, map) : layer.consume(context, map);
    }
    map = pool.consume(context, map);
    List<NDArray> features = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      map = stages.get(i).forward(context, map);
      if (outIndices.contains(i)) {
        features.add(map);
      }
    }
    return features;
  }

  @Override
  public final List<Integer> outChannels() {
    return outChannels;
  }
}
