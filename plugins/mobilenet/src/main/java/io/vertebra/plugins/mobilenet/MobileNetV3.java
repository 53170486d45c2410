package io.vertebra.plugins.mobilenet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.StateDictTable;
import io.vertebra.api.model.StateDictTables;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.mobile.BlockShape;
import io.vertebra.families.mobile.ConvInitialization;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.families.mobile.InvertedResidual;
import io.vertebra.families.mobile.Recomputed;
import io.vertebra.families.stages.Freezing;
import io.vertebra.families.stages.Stages;
import io.vertebra.nn.Channels;
import io.vertebra.nn.HardSigmoid;
import io.vertebra.nn.HardSwish;
import io.vertebra.nn.Relu;
import io.vertebra.nn.SqueezeExcitation;
import io.vertebra.plugins.mobilenet.MobileNetV3Architecture.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MobileNetV3 (Howard et al., Searching for MobileNetV3, 2019) without its last two layers, which
 * are the head's, {@code mmpretrain.models.MobileNetV3}. Stages are {@code layer0}, the stem,
 * {@code layer1}, ..., one for each block, and the last convolution; the features are N x C x H' x
 * W'.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "MobileNetV3",
    summary =
        "MobileNetV3, small or large: searched inverted residuals with squeeze-and-excitation")
@Variant(type = "mobilenet_v3_small")
@Variant(type = "mobilenet_v3_small_075", defaults = "arch: small_075")
@Variant(type = "mobilenet_v3_small_050", defaults = "arch: small_050")
@Variant(type = "mobilenet_v3_large", defaults = "arch: large")
public final class MobileNetV3 extends Backbone implements StateDictTables {
  private static final int STEM_CHANNELS = 16;
  private static final int SQUEEZE = 4;

  private final MobileNetV3Architecture arch;
  private final Stages stages;
  private final List<Integer> outChannels;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public MobileNetV3(MobileNetV3Options options) {
    ConvLayers layers =
        new ConvLayers(options.convCfg(), options.normCfg(), arguments -> new HardSwish());
    List<Layer> made = new ArrayList<>();
    List<Integer> widths = new ArrayList<>(List.of(STEM_CHANNELS));
    made.add(layers.activated(ConvShape.dense(3, STEM_CHANNELS, 3, 2)));
    this.arch = options.arch();
    List<Row> rows = arch.rows();
    for (Row row : rows) {
      made.add(block(row, widths.get(widths.size() - 1), layers));
      widths.add(row.out());
    }
    Row last = rows.get(rows.size() - 1);
    made.add(layers.activated(ConvShape.pointwise(last.out(), last.inner())));
    widths.add(last.inner());
    for (int i = 0; i < made.size(); i++) {
      addModule("layer" + i, made.get(i));
    }
    boolean recomputes = options.training().withCp();
    List<? extends Layer> stepped = recomputes ? made.stream().map(Recomputed::new).toList() : made;
    this.stages = Stages.of(stepped, options.outStages());
    this.outChannels = options.outStages().stream().sorted().map(widths::get).toList();
    ConvInitialization.kaiming(this);
    made.subList(0, options.frozenStages() + 1).forEach(Freezing::freeze);
    if (options.training().normEval()) {
      Freezing.evaluateNorms(this);
    }
  }

  private static InvertedResidual block(Row row, int in, ConvLayers layers) {
    return new InvertedResidual(
        new BlockShape(
            in, row.out(), row.inner(), row.kernel(), row.stride(), /* dropPathRate= */ 0),
        row.gate() ? Optional.of(gate(row.inner())) : Optional.empty(),
        row.swish() ? layers : layers.withActivations(arguments -> new Relu()));
  }

  private static SqueezeExcitation gate(int channels) {
    int squeezed = Channels.divisible(Math.floorDiv(channels, SQUEEZE), 8);
    return new SqueezeExcitation(channels, squeezed, new Relu(), new HardSigmoid());
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return stages.features(context, images);
  }

  @Override
  public List<Integer> outChannels() {
    return outChannels;
  }

  @Override
  public List<StateDictTable> stateDictTables() {
    return new MobileNetV3Names(arch, STEM_CHANNELS).tables();
  }
}
