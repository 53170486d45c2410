package io.vertebra.plugins.necks;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Neck;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.families.residual.BlockSettings;
import io.vertebra.families.residual.ConvolutionBranch;
import io.vertebra.families.residual.ResidualBlock;
import io.vertebra.families.residual.ResidualLayers;
import io.vertebra.families.residual.ResidualStyle;
import io.vertebra.families.residual.Shortcuts;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.ConvType;
import io.vertebra.nn.Intermediates;
import io.vertebra.nn.Relu;
import io.vertebra.nn.Sequential;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Joins maps of four scales to one of the smallest (Wang et al., Deep High-Resolution
 * Representation Learning, 2020, section 4 and figure 4 (b)), {@code
 * mmpretrain.models.HRFuseScales}: each is widened by a bottleneck, and the sum so far is shrunk
 * and added to the next. Each map is half as large as the one before.
 */
@Plugin(
    kind = Kind.NECK,
    type = "HRFuseScales",
    summary = "Joins maps of four scales to one of the smallest")
public final class HrFuseScales extends Neck {
  private static final List<Integer> WIDTHS = List.of(128, 256, 512, 1024);
  private static final int EXPANSION = 4;

  private final Options options;
  private final List<Sequential> increases;
  private final List<ConvModule> shrinks;
  private final ConvModule last;

  /**
   * Options of {@link HrFuseScales}.
   *
   * @param inChannels channels of the maps, the largest first
   * @param outChannels channels of what it gives
   * @param normCfg the norms after the maps are widened
   */
  public record Options(
      @Doc("channels of the four maps, the largest first") @Range(min = 1) List<Integer> inChannels,
      @Doc("channels of the joined map") @Default("2048") @Range(min = 1) int outChannels,
      @Doc("norms of the convolutions that join maps") @Default("{type: BN, momentum: 0.1}")
          Factory<Norm> normCfg) {
    /** Checks that there are four maps. */
    public Options {
      inChannels = List.copyOf(inChannels);
      if (inChannels.size() != WIDTHS.size()) {
        throw new IllegalArgumentException(
            "in_channels has %d numbers, but a HRFuseScales joins maps of %d scales"
                .formatted(inChannels.size(), WIDTHS.size()));
      }
    }
  }

  /**
   * Makes the neck.
   *
   * @param options the options
   */
  public HrFuseScales(Options options) {
    this.options = options;
    int steps = WIDTHS.size() - 1;
    this.increases =
        IntStream.rangeClosed(0, steps)
            .mapToObj(i -> increase(options.inChannels().get(i), WIDTHS.get(i)))
            .toList();
    addModule("increase_layers", new Sequential(increases));
    this.shrinks =
        IntStream.range(0, steps)
            .mapToObj(i -> convolution(WIDTHS.get(i), WIDTHS.get(i + 1), 3, 2))
            .toList();
    addModule("downsample_layers", new Sequential(shrinks));
    this.last =
        addModule("final_layer", convolution(WIDTHS.get(steps), options.outChannels(), 1, 1));
  }

  private static Sequential increase(int from, int to) {
    ResidualLayers layers =
        new ResidualLayers(
            ConvType.CONV_2D,
            arguments -> new BatchNorm2d(((NormContext) arguments[0]).features()),
            arguments -> new Relu());
    BlockSettings settings =
        new BlockSettings(
            from,
            to,
            EXPANSION,
            /* first= */ true,
            /* stride= */ 1,
            /* dilation= */ 1,
            ResidualStyle.PYTORCH,
            Shortcuts::convolution,
            /* dropPathRate= */ 0,
            layers);
    ResidualBlock block =
        new ResidualBlock(settings, ConvolutionBranch.bottleneck(settings, settings.width(), 1));
    ResidualLayers.keepPytorchWeights(block);
    return new Sequential(block);
  }

  private ConvModule convolution(int from, int to, int kernel, int stride) {
    ResidualLayers layers =
        new ResidualLayers(ConvType.CONV_2D, options.normCfg(), arguments -> new Relu());
    return new ConvModule(
        layers.convolution(from, to, kernel, stride, 1, 1), layers.norm(to), layers.activation());
  }

  @Override
  public List<NDArray> forward(Context context, List<NDArray> features) {
    if (features.size() != increases.size()) {
      throw new IllegalArgumentException(
          "a HRFuseScales joins %d maps, but the backbone gave %d: set its out_indices"
              .formatted(increases.size(), features.size()));
    }
    NDArray joined = increases.get(0).forward(context, features.get(0));
    for (int i = 0; i < shrinks.size(); i++) {
      NDArray shrunk = shrinks.get(i).consume(context, joined);
      try (NDArray next = increases.get(i + 1).forward(context, features.get(i + 1))) {
        joined = Intermediates.map(shrunk, map -> map.add(next));
      }
    }
    return List.of(last.consume(context, joined));
  }

  @Override
  public OptionalInt inChannels() {
    return OptionalInt.of(options.inChannels().get(WIDTHS.size() - 1));
  }

  @Override
  public List<Integer> outChannels(List<Integer> inChannels) {
    return List.of(options.outChannels());
  }
}
