package io.vertebra.plugins.regnet;

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
import io.vertebra.nn.Linear;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * RegNetY (Radosavovic et al., Designing Network Design Spaces, 2020) with the names of {@code
 * torchvision.models.RegNet}, and RegNetX with the same names. Stages are the four groups of
 * blocks; their features are N x C x H' x W'. With {@code num_classes} the last stage are the
 * logits, N x classes.
 */
@StateDictNames(
    library = "torchvision",
    rules = {"head.fc.* = fc.*", "backbone.* = *"})
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.stem.0.* = stem.conv.*",
      "backbone.stem.1.* = stem.bn.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.f.a.0.* = s{s}.b{b+1}.conv1.conv.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.f.a.1.* = s{s}.b{b+1}.conv1.bn.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.f.b.0.* = s{s}.b{b+1}.conv2.conv.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.f.b.1.* = s{s}.b{b+1}.conv2.bn.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.f.c.0.* = s{s}.b{b+1}.conv3.conv.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.f.c.1.* = s{s}.b{b+1}.conv3.bn.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.f.se.* = s{s}.b{b+1}.se.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.proj.0.* = s{s}.b{b+1}.downsample.conv.*",
      "backbone.trunk_output.block{s}.block{t}-{b}.proj.1.* = s{s}.b{b+1}.downsample.bn.*",
      "backbone.fc.* = head.fc.*",
      "head.fc.* = head.fc.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "RegNetY",
    summary = "RegNetY, which is RegNetX with squeeze-and-excitation; its names are torchvision's")
@Variant(
    type = "regnet_y_400mf",
    defaults = {
      "arch: {w0: 48, wa: 27.89, wm: 2.09, group_w: 8, depth: 16, bot_mul: 1.0}",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_y_800mf",
    defaults = {
      "arch: {w0: 56, wa: 38.84, wm: 2.4, group_w: 16, depth: 14, bot_mul: 1.0}",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_y_1_6gf",
    defaults = {
      "arch: {w0: 48, wa: 20.71, wm: 2.65, group_w: 24, depth: 27, bot_mul: 1.0}",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_y_3_2gf",
    defaults = {
      "arch: {w0: 80, wa: 42.63, wm: 2.66, group_w: 24, depth: 21, bot_mul: 1.0}",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_y_8gf",
    defaults = {
      "arch: {w0: 192, wa: 76.82, wm: 2.19, group_w: 56, depth: 17, bot_mul: 1.0}",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_y_16gf",
    defaults = {
      "arch: {w0: 200, wa: 106.23, wm: 2.48, group_w: 112, depth: 18, bot_mul: 1.0}",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_y_32gf",
    defaults = {
      "arch: {w0: 232, wa: 115.89, wm: 2.53, group_w: 232, depth: 20, bot_mul: 1.0}",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_y_128gf",
    defaults = {
      "arch: {w0: 456, wa: 160.83, wm: 2.52, group_w: 264, depth: 27, bot_mul: 1.0}",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_x_400mf",
    defaults = {
      "arch: {w0: 24, wa: 24.48, wm: 2.54, group_w: 16, depth: 22, bot_mul: 1.0}",
      "se_ratio: null",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_x_800mf",
    defaults = {
      "arch: {w0: 56, wa: 35.73, wm: 2.28, group_w: 16, depth: 16, bot_mul: 1.0}",
      "se_ratio: null",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_x_1_6gf",
    defaults = {
      "arch: {w0: 80, wa: 34.01, wm: 2.25, group_w: 24, depth: 18, bot_mul: 1.0}",
      "se_ratio: null",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_x_3_2gf",
    defaults = {
      "arch: {w0: 88, wa: 26.31, wm: 2.25, group_w: 48, depth: 25, bot_mul: 1.0}",
      "se_ratio: null",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_x_8gf",
    defaults = {
      "arch: {w0: 80, wa: 49.56, wm: 2.88, group_w: 120, depth: 23, bot_mul: 1.0}",
      "se_ratio: null",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_x_16gf",
    defaults = {
      "arch: {w0: 216, wa: 55.59, wm: 2.1, group_w: 128, depth: 22, bot_mul: 1.0}",
      "se_ratio: null",
      "num_classes: 1000"
    })
@Variant(
    type = "regnet_x_32gf",
    defaults = {
      "arch: {w0: 320, wa: 69.86, wm: 2.0, group_w: 168, depth: 23, bot_mul: 1.0}",
      "se_ratio: null",
      "num_classes: 1000"
    })
public final class RegNetY extends Backbone {
  private static final int STEM_CHANNELS = 32;

  private final Sequential stem;
  private final Stages stages;
  private final List<Integer> outChannels;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public RegNetY(RegNetYOptions options) {
    ConvLayers layers = options.layers();
    this.stem =
        addModule("stem", RegNetYBlock.activated(ConvShape.dense(3, STEM_CHANNELS, 3, 2), layers));
    List<RegNetStage> shapes = options.arch().stages();
    List<Layer> made = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (RegNetStage stage : shapes) {
      int in = widths.isEmpty() ? STEM_CHANNELS : widths.get(widths.size() - 1);
      made.add(new Trunk.Stage(made.size() + 1, in, stage, options));
      widths.add(stage.width());
    }
    addModule("trunk_output", new Trunk(made));
    if (options.numClasses() > 0) {
      made.add(classifier(widths.get(widths.size() - 1), options.numClasses()));
      widths.add(options.numClasses());
    }
    this.stages = Stages.of(made, options.outStages());
    this.outChannels = options.outStages().stream().sorted().map(widths::get).toList();
    Freezing.apply(
        this, List.of(stem), stages, options.frozenStages(), options.training().normEval());
  }

  private MeanClassifier classifier(int channels, int classes) {
    Linear linear = new Linear(channels, classes, /* bias= */ true);
    return new MeanClassifier(
        addModule("fc", linear.initializeWith(new Distribution.Normal(0, 0.01))));
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return stages.features(context, stem.forward(context, images));
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }
}
