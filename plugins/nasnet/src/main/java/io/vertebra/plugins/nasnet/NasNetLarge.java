package io.vertebra.plugins.nasnet;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import io.vertebra.api.plugin.Variant;

/**
 * NASNet-A with 18 cells that keep the size of maps (Zoph et al., Learning Transferable
 * Architectures for Scalable Image Recognition, 2018), {@code timm.models.NASNetALarge}; the large
 * one by default. Stages and their features are those of {@link SearchedNetwork}.
 */
@StateDictNames(
    library = "timm",
    rules = {"backbone.* = *"})
@Plugin(
    kind = Kind.BACKBONE,
    type = "NASNetALarge",
    summary = "NASNet-A, large (6 @ 4032) by default, and its classifier with num_classes")
@Variant(type = "nasnetalarge", defaults = "num_classes: 1000")
public final class NasNetLarge extends SearchedNetwork {
  /** A cell joins six maps; those of the last third have four times the channels of the first. */
  private static final int CHANNEL_RATIO = 24;

  private static final int CELLS = 6;

  /**
   * Options of {@link NasNetLarge}.
   *
   * @param numFeatures channels of the last feature
   * @param shared what PNASNet has as well
   */
  public record Options(
      @Doc("channels of the last feature, a multiple of 96") @Default("4032") @Range(min = 96)
          int numFeatures,
      @Inline SearchedOptions shared) {
    /** Checks that channels can be divided. */
    public Options {
      if (numFeatures % (4 * CHANNEL_RATIO) != 0) {
        throw new IllegalArgumentException(
            "num_features is " + numFeatures + ", but must be a multiple of 96, such as 4032");
      }
    }
  }

  private final NasNetCells cells;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public NasNetLarge(Options options) {
    this(options, new CellLayers(options.shared()));
  }

  private NasNetLarge(Options options, CellLayers layers) {
    super("conv0", options.shared(), layers);
    this.cells = new NasNetCells(layers);
    int channels = options.numFeatures() / CHANNEL_RATIO;
    int stem = options.shared().stemSize();
    add("cell_stem_0", cells.stem(stem, channels / 4));
    endStage(channels);
    add("cell_stem_1", cells.reductionAfterReduction(channels, stem, channels / 2));
    addThird(0, 2 * channels, channels, channels);
    addSkipped("reduction_cell_0", cells.reduction(6 * channels, 6 * channels, 2 * channels));
    addThird(CELLS, 8 * channels, 6 * channels, 2 * channels);
    addSkipped("reduction_cell_1", cells.reduction(12 * channels, 12 * channels, 4 * channels));
    addThird(2 * CELLS, 16 * channels, 12 * channels, 4 * channels);
    end();
  }

  private void addThird(int first, int current, int previous, int out) {
    add("cell_" + first, cells.normalAfterReduction(current, previous, out));
    add("cell_" + (first + 1), cells.normal(6 * out, current, out));
    for (int i = 2; i < CELLS; i++) {
      add("cell_" + (first + i), cells.normal(6 * out, 6 * out, out));
    }
    endStage(6 * out);
  }
}
