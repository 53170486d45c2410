package io.vertebra.nn;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;

/** The mean of windows, {@code torch.nn.AvgPool2d}: N x C x H x W to N x C x H' x W'. */
public final class AvgPool2d extends Layer {
  private final PoolSettings settings;
  private final boolean countPadding;

  /**
   * Makes the layer.
   *
   * @param settings size, step and padding of the window
   * @param countPadding whether padding counts, as zeros that are part of the mean
   */
  public AvgPool2d(PoolSettings settings, boolean countPadding) {
    this.settings = requireNonNull(settings, "settings is null");
    this.countPadding = countPadding;
  }

  /**
   * Makes a layer whose windows do not overlap and are all within the input.
   *
   * @param kernel height and width of the window, and its stride
   */
  public AvgPool2d(int kernel) {
    this(
        new PoolSettings(
            IntPair.of(kernel), IntPair.of(kernel), IntPair.of(0), /* ceilMode= */ false),
        true);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().avgPool2d(input, settings, countPadding);
  }
}
