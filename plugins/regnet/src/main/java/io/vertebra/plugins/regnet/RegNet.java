package io.vertebra.plugins.regnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.residual.BlockSettings;
import io.vertebra.families.residual.ConvolutionBranch;
import io.vertebra.families.residual.ResidualBlock;
import io.vertebra.families.residual.ResidualLayers;
import io.vertebra.families.residual.Shortcuts;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.ConvOptions;
import io.vertebra.nn.Relu;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * RegNetX (Radosavovic et al., Designing Network Design Spaces, 2020), {@code
 * mmpretrain.models.RegNet}. Stages are {@code layer1}, {@code layer2}, ...; the features are N x C
 * x H' x W'.
 */
@StateDictNames(
    library = "torchvision",
    rules = {
      "backbone.conv1.* = stem.0.*",
      "backbone.bn1.* = stem.1.*",
      "backbone.layer{s}.{b}.conv1.* = trunk_output.block{s}.block{s}-{b}.f.a.0.*",
      "backbone.layer{s}.{b}.bn1.* = trunk_output.block{s}.block{s}-{b}.f.a.1.*",
      "backbone.layer{s}.{b}.conv2.* = trunk_output.block{s}.block{s}-{b}.f.b.0.*",
      "backbone.layer{s}.{b}.bn2.* = trunk_output.block{s}.block{s}-{b}.f.b.1.*",
      "backbone.layer{s}.{b}.conv3.* = trunk_output.block{s}.block{s}-{b}.f.c.0.*",
      "backbone.layer{s}.{b}.bn3.* = trunk_output.block{s}.block{s}-{b}.f.c.1.*",
      "backbone.layer{s}.{b}.downsample.{k}.* = trunk_output.block{s}.block{s}-{b}.proj.{k}.*",
      "head.fc.* = fc.*"
    })
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.conv1.* = stem.conv.*",
      "backbone.bn1.* = stem.bn.*",
      "backbone.layer{s}.{b}.conv{k}.* = s{s}.b{b+1}.conv{k}.conv.*",
      "backbone.layer{s}.{b}.bn{k}.* = s{s}.b{b+1}.conv{k}.bn.*",
      "backbone.layer{s}.{b}.downsample.0.* = s{s}.b{b+1}.downsample.conv.*",
      "backbone.layer{s}.{b}.downsample.1.* = s{s}.b{b+1}.downsample.bn.*",
      "head.fc.* = head.fc.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "RegNet",
    summary = "RegNetX of any size: residual network whose widths follow from a few numbers")
@Variant(type = "regnetx_400mf", defaults = "arch: regnetx_400mf")
@Variant(type = "regnetx_800mf", defaults = "arch: regnetx_800mf")
@Variant(type = "regnetx_1_6gf", defaults = "arch: regnetx_1.6gf")
@Variant(type = "regnetx_3_2gf", defaults = "arch: regnetx_3.2gf")
@Variant(type = "regnetx_4_0gf", defaults = "arch: regnetx_4.0gf")
@Variant(type = "regnetx_6_4gf", defaults = "arch: regnetx_6.4gf")
@Variant(type = "regnetx_8_0gf", defaults = "arch: regnetx_8.0gf")
@Variant(type = "regnetx_12gf", defaults = "arch: regnetx_12gf")
public final class RegNet extends Backbone {
  private final List<Layer> stem;
  private final Stages stages;
  private final List<Integer> outChannels;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public RegNet(RegNetOptions options) {
    ResidualLayers layers =
        new ResidualLayers(
            ConvOptions.type(options.convCfg()), options.normCfg(), arguments -> new Relu());
    this.stem = stem(options, layers);
    List<RegNetStage> shapes = options.arch().stages();
    List<Layer> made = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      int in = i == 0 ? options.stemChannels() : shapes.get(i - 1).width();
      made.add(addModule("layer" + (i + 1), stage(options, i, in, layers)));
    }
    this.stages = Stages.of(made, options.outStages());
    this.outChannels =
        options.outStages().stream().sorted().map(i -> shapes.get(i).width()).toList();
    ResidualLayers.keepPytorchWeights(this);
    Freezing.apply(this, stem, stages, options.frozenStages(), options.training().normEval());
  }

  private List<Layer> stem(RegNetOptions options, ResidualLayers layers) {
    int channels = options.stemChannels();
    Norm norm = layers.norm(channels);
    return List.of(
        addModule("conv1", layers.convolution(options.inChannels(), channels, 3, 2, 1, 1)),
        addModule(norm.abbreviation() + "1", norm),
        addModule("relu", layers.activation()));
  }

  private static Sequential stage(RegNetOptions options, int index, int in, ResidualLayers layers) {
    RegNetStage stage = options.arch().stages().get(index);
    List<ResidualBlock> blocks = new ArrayList<>();
    for (int i = 0; i < stage.blocks(); i++) {
      BlockSettings settings =
          settings(options, index, i == 0 ? in : stage.width(), i == 0, layers);
      ResidualBlock block =
          new ResidualBlock(
              settings, ConvolutionBranch.bottleneck(settings, stage.inner(), stage.groups()));
      if (options.zeroInitResidual()) {
        block.startAsIdentity();
      }
      blocks.add(block);
    }
    return new Sequential(blocks, options.training().withCp());
  }

  private static BlockSettings settings(
      RegNetOptions options, int stage, int in, boolean first, ResidualLayers layers) {
    return new BlockSettings(
        in,
        options.arch().stages().get(stage).width(),
        /* expansion= */ 1,
        first,
        first ? options.strides().get(stage) : 1,
        options.dilations().get(stage),
        options.style(),
        options.avgDown() ? Shortcuts::average : Shortcuts::convolution,
        /* dropPathRate= */ 0,
        layers);
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    NDArray map = images;
    for (Layer layer : stem) {
      map = layer.forward(context, map);
    }
    return stages.features(context, map);
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }
}
