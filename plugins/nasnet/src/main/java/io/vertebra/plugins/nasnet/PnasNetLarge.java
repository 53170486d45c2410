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
 * PNASNet-5 with 12 cells after the stem (Liu et al., Progressive Neural Architecture Search,
 * 2018), {@code timm.models.PNASNet5Large}; the large one by default. Stages and their features are
 * those of {@link SearchedNetwork}.
 */
@StateDictNames(
    library = "timm",
    rules = {"backbone.* = *"})
@Plugin(
    kind = Kind.BACKBONE,
    type = "PNASNet5Large",
    summary = "PNASNet-5, large by default, and its classifier with num_classes")
@Variant(type = "pnasnet5large", defaults = "num_classes: 1000")
public final class PnasNetLarge extends SearchedNetwork {
  /** A cell joins five maps; those of the last third have four times the channels of the first. */
  private static final int CHANNEL_RATIO = 20;

  private static final int JOINED = 5;
  private static final int CELLS = 4;

  /**
   * Options of {@link PnasNetLarge}.
   *
   * @param numFeatures channels of the last feature
   * @param shared what NASNet has as well
   */
  public record Options(
      @Doc("channels of the last feature, a multiple of 80") @Default("4320") @Range(min = 80)
          int numFeatures,
      @Inline SearchedOptions shared) {
    /** Checks that channels can be divided. */
    public Options {
      if (numFeatures % (4 * CHANNEL_RATIO) != 0) {
        throw new IllegalArgumentException(
            "num_features is " + numFeatures + ", but must be a multiple of 80, such as 4320");
      }
    }
  }

  private final PnasNetCells cells;

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public PnasNetLarge(Options options) {
    this(options, new CellLayers(options.shared()));
  }

  private PnasNetLarge(Options options, CellLayers layers) {
    super("conv_0", options.shared(), layers);
    this.cells = new PnasNetCells(layers);
    int channels = options.numFeatures() / CHANNEL_RATIO;
    int stem = options.shared().stemSize();
    int first = JOINED * channels / 4;
    add("cell_stem_0", cells.stem(stem, channels / 4));
    endStage(first);
    add("cell_stem_1", cells.halved(first, stem, channels / 2, 2));
    add("cell_0", cells.halved(2 * first, first, channels, 1));
    addCells(1, CELLS, 2 * first, channels);
    for (int third = 1; third < 3; third++) {
      int before = JOINED * channels << (third - 1);
      int out = channels << third;
      int number = third * CELLS;
      add("cell_" + number, cells.same(before, before, out, 2));
      add("cell_" + (number + 1), cells.halved(JOINED * out, before, out, 1));
      addCells(number + 2, number + CELLS, JOINED * out, out);
    }
    end();
  }

  /** Adds cells of the same size; the first takes the output of the one before the last. */
  private void addCells(int from, int to, int previous, int out) {
    for (int i = from; i < to; i++) {
      add("cell_" + i, cells.same(JOINED * out, i == from ? previous : JOINED * out, out, 1));
    }
    endStage(JOINED * out);
  }
}
