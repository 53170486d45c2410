package io.vertebra.plugins.mobilenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.mobile.ConvInitialization;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.families.mobile.SkipConnection;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.Channels;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * MobileNetV2 (Sandler et al., MobileNetV2: Inverted Residuals and Linear Bottlenecks, 2018),
 * {@code mmpretrain.models.MobileNetV2}. Stages 0 to 6 are {@code layer1} to {@code layer7}, stage
 * 7 is {@code conv2}; the features are N x C x H' x W'.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "MobileNetV2",
    summary = "MobileNetV2: inverted residuals with linear bottlenecks, of any width")
@Variant(type = "mobilenet_v2_1x")
public final class MobileNetV2 extends Backbone {
  /** Table 2 of the paper. */
  private static final List<Row> ROWS =
      List.of(
          new Row(1, 16, 1, 1),
          new Row(6, 24, 2, 2),
          new Row(6, 32, 3, 2),
          new Row(6, 64, 4, 2),
          new Row(6, 96, 3, 1),
          new Row(6, 160, 3, 2),
          new Row(6, 320, 1, 1));

  private static final int STEM_CHANNELS = 32;
  private static final int LAST_CHANNELS = 1280;

  private final ConvModule stem;
  private final Stages stages;
  private final List<Integer> outChannels;

  /** How a stage is built: how much wider its blocks are within, channels, blocks, first stride. */
  private record Row(int expansion, int channels, int blocks, int stride) {}

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public MobileNetV2(MobileNetV2Options options) {
    ConvLayers layers = options.layers();
    List<Integer> outputs = StageIndices.outputs(options.outIndices(), MobileNetV2Options.STAGES);
    int channels = widened(STEM_CHANNELS, options);
    this.stem = addModule("conv1", layers.activated(ConvShape.dense(3, channels, 3, 2)));
    List<Layer> made = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (Row row : ROWS) {
      int out = widened(row.channels(), options);
      made.add(addModule("layer" + (made.size() + 1), stage(row, channels, out, options)));
      widths.add(out);
      channels = out;
    }
    int last = (int) (LAST_CHANNELS * Math.max(1, options.widenFactor()));
    made.add(addModule("conv2", layers.activated(ConvShape.pointwise(channels, last))));
    widths.add(last);
    this.stages = Stages.of(made, outputs);
    this.outChannels = outputs.stream().sorted().map(widths::get).toList();
    ConvInitialization.kaiming(this);
    freeze(options);
  }

  private static int widened(int channels, MobileNetV2Options options) {
    return Channels.divisible(channels * options.widenFactor(), 8);
  }

  private static Sequential stage(Row row, int in, int out, MobileNetV2Options options) {
    ConvLayers layers = options.layers();
    List<Layer> blocks = new ArrayList<>();
    for (int i = 0; i < row.blocks(); i++) {
      blocks.add(block(i == 0 ? in : out, out, i == 0 ? row.stride() : 1, row.expansion(), layers));
    }
    return new Sequential(blocks, options.training().withCp());
  }

  private static SkipConnection block(
      int in, int out, int stride, int expansion, ConvLayers layers) {
    int inner = in * expansion;
    List<Layer> branch = new ArrayList<>();
    if (expansion != 1) {
      branch.add(layers.activated(ConvShape.pointwise(in, inner)));
    }
    branch.add(layers.activated(ConvShape.depthwise(inner, 3, stride)));
    branch.add(layers.linear(ConvShape.pointwise(inner, out)));
    return new SkipConnection("conv", new Sequential(branch), stride == 1 && in == out);
  }

  private void freeze(MobileNetV2Options options) {
    if (options.frozenStages() >= 0) {
      Freezing.freeze(stem);
    }
    stages.freezeFirst(options.frozenStages());
    if (options.training().normEval()) {
      Freezing.evaluateNorms(this);
    }
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
