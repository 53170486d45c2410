package io.vertebra.plugins.mobilenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.families.mobile.MeanClassifier;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.Channels;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * MobileNet (Howard et al., MobileNets: Efficient Convolutional Neural Networks for Mobile Vision
 * Applications, 2017), {@code mobilenetv1_100} of timm. Stages are the five groups of blocks; their
 * features are N x C x H' x W'. With {@code num_classes} stage 5 are the logits, N x classes.
 */
@StateDictNames(
    library = "timm",
    rules = {"backbone.* = *"})
@Plugin(
    kind = Kind.BACKBONE,
    type = "MobileNetV1",
    summary = "MobileNet of any width, and its classifier with num_classes")
@Variant(type = "mobilenetv1_100", defaults = "num_classes: 1000")
@Variant(
    type = "mobilenetv1_125",
    defaults = {"widen_factor: 1.25", "num_classes: 1000"})
public final class MobileNetV1 extends Backbone {
  private static final int STEM_CHANNELS = 32;
  private static final List<Integer> CHANNELS = List.of(64, 128, 256, 512, 1024);
  private static final List<Integer> BLOCKS = List.of(1, 2, 2, 6, 2);

  private final List<Layer> stem;
  private final Stages stages;
  private final List<Integer> outChannels;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public MobileNetV1(MobileNetV1Options options) {
    ConvLayers layers = options.layers();
    int channels = widened(STEM_CHANNELS, options);
    this.stem =
        List.of(
            addModule(
                "conv_stem",
                layers
                    .convolution(ConvShape.dense(3, channels, 3, 2))
                    .initializeWith(Distribution.kaimingNormal(9L * channels))),
            addModule("bn1", layers.norm(channels)),
            addModule("act1", layers.activation()));
    List<Layer> made = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < CHANNELS.size(); i++) {
      int out = widened(CHANNELS.get(i), options);
      made.add(stage(BLOCKS.get(i), channels, out, i == 0 ? 1 : 2, options));
      widths.add(out);
      channels = out;
    }
    addModule("blocks", new Sequential(made));
    if (options.numClasses() > 0) {
      made.add(classifier(channels, options));
      widths.add(options.numClasses());
    }
    this.stages = Stages.of(made, options.outStages());
    this.outChannels = options.outStages().stream().sorted().map(widths::get).toList();
    Freezing.apply(this, stem, stages, options.frozenStages(), options.training().normEval());
  }

  private static int widened(int channels, MobileNetV1Options options) {
    return Channels.divisible(channels * options.widenFactor(), 8);
  }

  private static Sequential stage(
      int blocks, int in, int out, int stride, MobileNetV1Options options) {
    ConvLayers layers = options.layers();
    List<Layer> made = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      made.add(new SeparableBlock(i == 0 ? in : out, out, i == 0 ? stride : 1, layers));
    }
    return new Sequential(made, options.training().withCp());
  }

  /** Timm draws the weights evenly within the root of 1 / classes. */
  private MeanClassifier classifier(int channels, MobileNetV1Options options) {
    double bound = 1 / Math.sqrt(options.numClasses());
    Linear linear =
        new Linear(channels, options.numClasses(), /* bias= */ true)
            .initializeWith(new Distribution.Uniform(-bound, bound));
    addModule("classifier", linear);
    return new MeanClassifier(
        new Sequential(addModule("drop", new Dropout(options.dropRate())), linear));
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    NDArray map = images;
    for (Layer layer : stem) {
      map = layer.forward(context, map);
      context.show(layer, map);
    }
    return stages.features(context, map);
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }
}
