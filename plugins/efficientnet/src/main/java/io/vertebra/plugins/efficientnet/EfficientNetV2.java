package io.vertebra.plugins.efficientnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.mobile.BlockShape;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.families.mobile.EdgeResidual;
import io.vertebra.families.mobile.InvertedResidual;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.ConvOptions;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * EfficientNetV2 (Tan and Le, EfficientNetV2: Smaller Models and Faster Training, 2021), {@code
 * mmpretrain.models.EfficientNetV2}. Stage 0 is the stem, the last stage the last convolution; the
 * features are N x C x H' x W'.
 *
 * <p>The convolutions of {@code conv_cfg} are the stem, those of the first block of stages that
 * shrink, and the last; all others are plain.
 */
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.layers.0.conv.* = conv_stem.*",
      "backbone.layers.0.bn.* = bn1.*",
      "backbone.layers.{s}.{b}.conv.* = blocks.{s-1}.{b}.conv.*",
      "backbone.layers.{s}.{b}.bn.* = blocks.{s-1}.{b}.bn1.*",
      "backbone.layers.{s}.{b}.conv1.conv.* = blocks.{s-1}.{b}.conv_exp.*",
      "backbone.layers.{s}.{b}.conv1.bn.* = blocks.{s-1}.{b}.bn1.*",
      "backbone.layers.{s}.{b}.conv2.conv.* = blocks.{s-1}.{b}.conv_pwl.*",
      "backbone.layers.{s}.{b}.conv2.bn.* = blocks.{s-1}.{b}.bn2.*",
      "backbone.layers.{s}.{b}.expand_conv.conv.* = blocks.{s-1}.{b}.conv_pw.*",
      "backbone.layers.{s}.{b}.expand_conv.bn.* = blocks.{s-1}.{b}.bn1.*",
      "backbone.layers.{s}.{b}.depthwise_conv.conv.* = blocks.{s-1}.{b}.conv_dw.*",
      "backbone.layers.{s}.{b}.depthwise_conv.bn.* = blocks.{s-1}.{b}.bn2.*",
      "backbone.layers.{s}.{b}.se.conv1.conv.* = blocks.{s-1}.{b}.se.conv_reduce.*",
      "backbone.layers.{s}.{b}.se.conv2.conv.* = blocks.{s-1}.{b}.se.conv_expand.*",
      "backbone.layers.{s}.{b}.linear_conv.conv.* = blocks.{s-1}.{b}.conv_pwl.*",
      "backbone.layers.{s}.{b}.linear_conv.bn.* = blocks.{s-1}.{b}.bn3.*",
      "backbone.layers.{s}.conv.* = conv_head.*",
      "backbone.layers.{s}.bn.* = bn2.*",
      "head.fc.* = classifier.*"
    })
@StateDictNames(
    library = "torchvision",
    rules = {
      "backbone.layers.{s}.conv.* = features.{s}.0.*",
      "backbone.layers.{s}.bn.* = features.{s}.1.*",
      "backbone.layers.{s}.{b}.conv.* = features.{s}.{b}.block.0.0.*",
      "backbone.layers.{s}.{b}.bn.* = features.{s}.{b}.block.0.1.*",
      "backbone.layers.{s}.{b}.conv1.conv.* = features.{s}.{b}.block.0.0.*",
      "backbone.layers.{s}.{b}.conv1.bn.* = features.{s}.{b}.block.0.1.*",
      "backbone.layers.{s}.{b}.conv2.conv.* = features.{s}.{b}.block.1.0.*",
      "backbone.layers.{s}.{b}.conv2.bn.* = features.{s}.{b}.block.1.1.*",
      "backbone.layers.{s}.{b}.expand_conv.conv.* = features.{s}.{b}.block.0.0.*",
      "backbone.layers.{s}.{b}.expand_conv.bn.* = features.{s}.{b}.block.0.1.*",
      "backbone.layers.{s}.{b}.depthwise_conv.conv.* = features.{s}.{b}.block.1.0.*",
      "backbone.layers.{s}.{b}.depthwise_conv.bn.* = features.{s}.{b}.block.1.1.*",
      "backbone.layers.{s}.{b}.se.conv1.conv.* = features.{s}.{b}.block.2.fc1.*",
      "backbone.layers.{s}.{b}.se.conv2.conv.* = features.{s}.{b}.block.2.fc2.*",
      "backbone.layers.{s}.{b}.linear_conv.conv.* = features.{s}.{b}.block.3.0.*",
      "backbone.layers.{s}.{b}.linear_conv.bn.* = features.{s}.{b}.block.3.1.*",
      "head.fc.* = classifier.1.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "EfficientNetV2",
    summary = "EfficientNetV2: s, m, l, xl and b0 to b3")
@Variant(type = "efficientnetv2_s")
@Variant(type = "efficientnetv2_m", defaults = "arch: m")
@Variant(type = "efficientnetv2_l", defaults = "arch: l")
@Variant(type = "efficientnetv2_xl", defaults = "arch: xl")
@Variant(type = "efficientnetv2_b0", defaults = "arch: b0")
@Variant(type = "efficientnetv2_b1", defaults = "arch: b1")
@Variant(type = "efficientnetv2_b2", defaults = "arch: b2")
@Variant(type = "efficientnetv2_b3", defaults = "arch: b3")
public final class EfficientNetV2 extends Backbone {
  /** The gate has a quarter of the channels of the block's input. */
  private static final int SQUEEZE = 4;

  private final LayerList layers;

  /**
   * Options of {@link EfficientNetV2}, those of {@code mmpretrain.models.EfficientNetV2}.
   *
   * @param arch the size
   * @param inChannels channels of the images
   * @param outIndices the stages whose output is a feature
   * @param shared what EfficientNet has as well
   */
  public record Options(
      @Doc("size") @Default("s") V2Architecture arch,
      @Doc("channels of the images") @Default("3") @Range(min = 1) int inChannels,
      @Doc("stages whose output is a feature, from 0, the stem; negative ones count from the end")
          @Default("-1")
          IntList outIndices,
      @Inline SharedOptions shared) {
    /** Checks that there are such stages. */
    public Options {
      StageIndices.outputs(outIndices, arch.stages());
      StageIndices.requireFrozen(shared.frozenStages(), arch.stages());
    }
  }

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public EfficientNetV2(Options options) {
    V2Architecture arch = options.arch();
    ConvLayers layers = options.shared().layers();
    List<Layer> made = new ArrayList<>();
    List<Integer> widths = new ArrayList<>(List.of(arch.stemChannels()));
    made.add(stem(options.inChannels(), arch.stemChannels(), layers));
    int blocks = 0;
    for (V2Architecture.Row row : arch.rows()) {
      made.add(stage(options, row, widths.get(widths.size() - 1), blocks));
      widths.add(row.out());
      blocks += row.blocks();
    }
    int last = widths.get(widths.size() - 1);
    made.add(layers.activated(ConvShape.pointwise(last, arch.lastChannels())));
    widths.add(arch.lastChannels());
    this.layers =
        new LayerList(
            made,
            widths,
            StageIndices.outputs(options.outIndices(), arch.stages()),
            options.shared());
    addModule("layers", this.layers.modules());
  }

  private static Sequential stage(Options options, V2Architecture.Row row, int in, int before) {
    List<Layer> blocks = new ArrayList<>();
    for (int i = 0; i < row.blocks(); i++) {
      int channels = i == 0 ? in : row.out();
      double rate = options.shared().dropPathRate(before + i, options.arch().blocks());
      BlockShape shape =
          new BlockShape(
              channels, row.out(), channels * row.expansion(), 3, i == 0 ? row.stride() : 1, rate);
      blocks.add(block(options.shared(), row.kind(), shape));
    }
    return new Sequential(blocks, options.shared().training().withCp());
  }

  private static Layer block(SharedOptions options, V2Architecture.Kind kind, BlockShape shape) {
    ConvLayers layers =
        shape.stride() == 1 ? options.layers().withPlainConvolutions() : options.layers();
    return switch (kind) {
      case CONVOLUTION ->
          new ConvBlock(
              layers.activated(
                  ConvShape.dense(shape.inChannels(), shape.outChannels(), shape.kernel(), 1)),
              shape.keepsShape(),
              shape.dropPathRate());
      case FUSED -> new EdgeResidual(shape, /* residual= */ true, layers);
      case INVERTED ->
          new InvertedResidual(
              shape, options.gate(shape.innerChannels(), shape.inChannels() / SQUEEZE), layers);
    };
  }

  /** As in MMPretrain nothing is padded where the convolution does not pad by itself. */
  private static ConvModule stem(int inChannels, int channels, ConvLayers layers) {
    ConvSettings unpadded = new ConvSettings(IntPair.of(2), IntPair.of(0), IntPair.of(1), 1);
    Conv2d convolution =
        ConvOptions.type(layers.convolutions())
            .create(inChannels, channels, IntPair.of(3), unpadded, /* bias= */ false);
    return new ConvModule(convolution, layers.norm(channels), layers.activation());
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return layers.features(context, images);
  }

  @Override
  public List<Integer> outChannels() {
    return layers.outChannels();
  }
}
