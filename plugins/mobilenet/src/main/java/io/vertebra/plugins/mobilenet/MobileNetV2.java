package io.vertebra.plugins.mobilenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.StateDictTable;
import io.vertebra.api.model.StateDictTables;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.mobile.BlockNames;
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
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.conv1.conv.* = conv_stem.*",
      "backbone.conv1.bn.* = bn1.*",
      "backbone.layer1.0.conv.0.conv.* = blocks.0.0.conv_dw.*",
      "backbone.layer1.0.conv.0.bn.* = blocks.0.0.bn1.*",
      "backbone.layer1.0.conv.1.conv.* = blocks.0.0.conv_pw.*",
      "backbone.layer1.0.conv.1.bn.* = blocks.0.0.bn2.*",
      "backbone.layer{l}.{b}.conv.0.conv.* = blocks.{l-1}.{b}.conv_pw.*",
      "backbone.layer{l}.{b}.conv.0.bn.* = blocks.{l-1}.{b}.bn1.*",
      "backbone.layer{l}.{b}.conv.1.conv.* = blocks.{l-1}.{b}.conv_dw.*",
      "backbone.layer{l}.{b}.conv.1.bn.* = blocks.{l-1}.{b}.bn2.*",
      "backbone.layer{l}.{b}.conv.2.conv.* = blocks.{l-1}.{b}.conv_pwl.*",
      "backbone.layer{l}.{b}.conv.2.bn.* = blocks.{l-1}.{b}.bn3.*",
      "backbone.conv2.conv.* = conv_head.*",
      "backbone.conv2.bn.* = bn2.*",
      "head.fc.* = classifier.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "MobileNetV2",
    summary = "MobileNetV2: inverted residuals with linear bottlenecks, of any width")
@Variant(type = "mobilenet_v2_1x")
public final class MobileNetV2 extends Backbone implements StateDictTables {
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
    Freezing.apply(
        this, List.of(stem), stages, options.frozenStages(), options.training().normEval());
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

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return stages.features(context, stem.forward(context, images));
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }

  /** The table of torchvision, which counts the blocks of all stages in one row. */
  @Override
  public List<StateDictTable> stateDictTables() {
    List<String> rules = new ArrayList<>(BlockNames.pair("backbone.conv1", "features.0"));
    int first = 1;
    for (int i = 0; i < ROWS.size(); i++) {
      String ours = "backbone.layer%d.{b}.conv.".formatted(i + 1);
      String theirs = "features.{b+%d}.conv.".formatted(first);
      int last = ROWS.get(i).expansion() == 1 ? 1 : 2;
      for (int layer = 0; layer < last; layer++) {
        rules.addAll(BlockNames.pair(ours + layer, theirs + layer));
      }
      rules.addAll(BlockNames.conv(ours + last, theirs + last, theirs + (last + 1)));
      first += ROWS.get(i).blocks();
    }
    rules.addAll(BlockNames.pair("backbone.conv2", "features." + first));
    rules.add("head.fc.* = classifier.1.*");
    return List.of(new StateDictTable("torchvision", rules));
  }
}
