package io.vertebra.plugins.mnasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.mobile.ConvInitialization;
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
 * MnasNet-B1 (Tan et al., MnasNet: Platform-Aware Neural Architecture Search for Mobile, 2019),
 * {@code torchvision.models.MNASNet}. Stages are the stem, six stacks of inverted residuals and the
 * last convolution; their features are N x C x H' x W'. With {@code num_classes} stage 8 are the
 * logits, N x classes.
 */
@StateDictNames(
    library = "torchvision",
    rules = {"backbone.* = *"})
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.layers.0.* = conv_stem.*",
      "backbone.layers.1.* = bn1.*",
      "backbone.layers.3.* = blocks.0.0.conv_dw.*",
      "backbone.layers.4.* = blocks.0.0.bn1.*",
      "backbone.layers.6.* = blocks.0.0.conv_pw.*",
      "backbone.layers.7.* = blocks.0.0.bn2.*",
      "backbone.layers.{s}.{b}.layers.0.* = blocks.{s-7}.{b}.conv_pw.*",
      "backbone.layers.{s}.{b}.layers.1.* = blocks.{s-7}.{b}.bn1.*",
      "backbone.layers.{s}.{b}.layers.3.* = blocks.{s-7}.{b}.conv_dw.*",
      "backbone.layers.{s}.{b}.layers.4.* = blocks.{s-7}.{b}.bn2.*",
      "backbone.layers.{s}.{b}.layers.6.* = blocks.{s-7}.{b}.conv_pwl.*",
      "backbone.layers.{s}.{b}.layers.7.* = blocks.{s-7}.{b}.bn3.*",
      "backbone.layers.14.* = conv_head.*",
      "backbone.layers.15.* = bn2.*",
      "backbone.classifier.1.* = classifier.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "MnasNet",
    summary = "MnasNet-B1 of any width, and its classifier with num_classes")
@Variant(
    type = "mnasnet0_5",
    defaults = {"alpha: 0.5", "num_classes: 1000"})
@Variant(
    type = "mnasnet0_75",
    defaults = {"alpha: 0.75", "num_classes: 1000"})
@Variant(type = "mnasnet1_0", defaults = "num_classes: 1000")
@Variant(
    type = "mnasnet1_3",
    defaults = {"alpha: 1.3", "num_classes: 1000"})
public final class MnasNet extends Backbone {
  private static final int STEM_CHANNELS = 32;
  private static final int FIRST_CHANNELS = 16;
  private static final int LAST_CHANNELS = 1280;

  private static final List<MnasStack> STACKS =
      List.of(
          new MnasStack(24, 3, 2, 3, 3),
          new MnasStack(40, 5, 2, 3, 3),
          new MnasStack(80, 5, 2, 6, 3),
          new MnasStack(96, 3, 1, 6, 2),
          new MnasStack(192, 5, 2, 6, 4),
          new MnasStack(320, 3, 1, 6, 1));

  private final Stages stages;
  private final List<Integer> outChannels;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public MnasNet(MnasNetOptions options) {
    MnasLayers layers = new MnasLayers(options.layers(), options.training().withCp());
    int channels = widened(FIRST_CHANNELS, options);
    List<List<Layer>> made = new ArrayList<>();
    List<Integer> widths = new ArrayList<>(List.of(channels));
    made.add(layers.stem(widened(STEM_CHANNELS, options), channels));
    for (MnasStack stack : STACKS) {
      int out = widened(stack.channels(), options);
      made.add(List.of(layers.stack(stack, channels, out)));
      widths.add(out);
      channels = out;
    }
    made.add(layers.last(channels, LAST_CHANNELS));
    widths.add(LAST_CHANNELS);
    addModule("layers", new Sequential(made.stream().flatMap(List::stream).toList()));
    ConvInitialization.kaiming(this);
    if (options.numClasses() > 0) {
      made.add(List.of(new MeanClassifier(addModule("classifier", classifier(options)))));
      widths.add(options.numClasses());
    }
    this.stages = new Stages(made, options.outStages());
    this.outChannels = options.outStages().stream().sorted().map(widths::get).toList();
    stages.freezeFirst(options.frozenStages());
    if (options.training().normEval()) {
      Freezing.evaluateNorms(this);
    }
  }

  private static int widened(int channels, MnasNetOptions options) {
    return Channels.divisible(channels * options.alpha(), 8);
  }

  /** Torchvision draws its weights by Kaiming's rule, uniform by fan-out without a gain. */
  private static Sequential classifier(MnasNetOptions options) {
    double bound = Math.sqrt(3.0 / options.numClasses());
    return new Sequential(
        new Dropout(options.dropout()),
        new Linear(LAST_CHANNELS, options.numClasses(), /* bias= */ true)
            .initializeWith(new Distribution.Uniform(-bound, bound)));
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return stages.features(context, images);
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }
}
