package io.vertebra.plugins.efficientnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.StateDictTable;
import io.vertebra.api.model.StateDictTables;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntList;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.Variant;
import io.vertebra.families.mobile.BlockShape;
import io.vertebra.families.mobile.ConvLayers;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.families.mobile.EdgeResidual;
import io.vertebra.families.mobile.InvertedResidual;
import io.vertebra.families.stages.StageIndices;
import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * EfficientNet B0 to B8 (Tan and Le, EfficientNet: Rethinking Model Scaling, 2019) and
 * EfficientNet-EdgeTPU, {@code mmpretrain.models.EfficientNet}. Stage 0 is the stem, stage 6 the
 * last convolution; the features are N x C x H' x W'.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "EfficientNet",
    summary = "EfficientNet B0 to B8 and L2, and those of the Edge TPU: es, em, el")
@Variant(type = "efficientnet_b0")
@Variant(type = "efficientnet_b1", defaults = "arch: b1")
@Variant(type = "efficientnet_b2", defaults = "arch: b2")
@Variant(type = "efficientnet_b3", defaults = "arch: b3")
@Variant(type = "efficientnet_b4", defaults = "arch: b4")
@Variant(type = "efficientnet_b5", defaults = "arch: b5")
@Variant(type = "efficientnet_b6", defaults = "arch: b6")
@Variant(type = "efficientnet_b7", defaults = "arch: b7")
@Variant(type = "efficientnet_b8", defaults = "arch: b8")
@Variant(type = "efficientnet_l2", defaults = "arch: l2")
@Variant(type = "efficientnet_es", defaults = "arch: es")
@Variant(type = "efficientnet_em", defaults = "arch: em")
@Variant(type = "efficientnet_el", defaults = "arch: el")
public final class EfficientNet extends Backbone implements StateDictTables {
  private static final int STAGES = 7;

  private final Scale scale;
  private final LayerList layers;

  /**
   * Options of {@link EfficientNet}, those of {@code mmpretrain.models.EfficientNet}.
   *
   * @param arch the size
   * @param outIndices the stages whose output is a feature
   * @param shared what EfficientNetV2 has as well
   */
  public record Options(
      @Doc("size") @Default("b0") Scale arch,
      @Doc("stages whose output is a feature, from 0, the stem") @Default("[6]") IntList outIndices,
      @Inline SharedOptions shared) {
    /** Checks that there are such stages. */
    public Options {
      StageIndices.outputs(outIndices, STAGES);
      StageIndices.requireFrozen(shared.frozenStages(), STAGES);
    }
  }

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public EfficientNet(Options options) {
    this.scale = options.arch();
    ConvLayers layers = options.shared().layers();
    List<Layer> made = new ArrayList<>();
    List<Integer> widths = new ArrayList<>(List.of(scale.stemChannels()));
    made.add(layers.activated(ConvShape.dense(3, scale.stemChannels(), 3, 2)));
    Blocks blocks = new Blocks(options.shared(), scale);
    for (List<Scale.Row> rows : scale.stages()) {
      made.add(blocks.stage(rows));
      widths.add(blocks.channels);
    }
    made.add(layers.activated(ConvShape.pointwise(blocks.channels, scale.lastChannels())));
    widths.add(scale.lastChannels());
    this.layers =
        new LayerList(
            made, widths, StageIndices.outputs(options.outIndices(), STAGES), options.shared());
    addModule("layers", this.layers.modules());
  }

  @Override
  public List<NDArray> forward(Context context, NDArray images) {
    return layers.features(context, images);
  }

  @Override
  public List<Integer> outChannels() {
    return layers.outChannels();
  }

  @Override
  public List<StateDictTable> stateDictTables() {
    return new ScaleNames(scale).tables();
  }

  /** Makes blocks, first to last. */
  private static final class Blocks {
    private final SharedOptions options;
    private final int count;
    private int channels;
    private int made;

    Blocks(SharedOptions options, Scale scale) {
      this.options = options;
      this.count = scale.blocks();
      this.channels = scale.stemChannels();
    }

    Sequential stage(List<Scale.Row> rows) {
      List<Layer> blocks = new ArrayList<>();
      for (Scale.Row row : rows) {
        for (int i = 0; i < row.blocks(); i++) {
          blocks.add(block(row, blocks.size(), i == 0 ? row.stride() : 1));
        }
      }
      return new Sequential(blocks, options.training().withCp());
    }

    private Layer block(Scale.Row row, int index, int stride) {
      // The further blocks of the Edge TPU's first stage are wider, and not residual.
      boolean wide = row.edge() && index > 0 && row.expansion() == 3;
      int expansion = wide ? 4 : row.expansion();
      double rate = options.dropPathRate(made++, count);
      int inner = channels * expansion;
      BlockShape shape = new BlockShape(channels, row.out(), inner, row.kernel(), stride, rate);
      int squeezed = row.squeeze() == 0 ? 0 : inner / (expansion * row.squeeze());
      channels = row.out();
      return row.edge()
          ? new EdgeResidual(shape, !wide, options.layers())
          : new InvertedResidual(shape, options.gate(inner, squeezed), options.layers());
    }
  }
}
