package io.vertebra.nn;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;

/** The maximum of windows, {@code torch.nn.MaxPool2d}: N x C x H x W to N x C x H' x W'. */
public final class MaxPool2d extends Layer {
  private final PoolSettings settings;

  /**
   * Makes the layer.
   *
   * @param settings size, step and padding of the window
   */
  public MaxPool2d(PoolSettings settings) {
    this.settings = requireNonNull(settings, "settings is null");
  }

  /**
   * Makes a layer with a square window.
   *
   * @param kernel size of the window
   * @param stride step of the window
   * @param padding rows and columns added at each side
   */
  public MaxPool2d(int kernel, int stride, int padding) {
    this(
        new PoolSettings(
            IntPair.of(kernel), IntPair.of(stride), IntPair.of(padding), /* ceilMode= */ false));
  }

  /**
   * Makes a layer whose windows do not overlap and are all within the input.
   *
   * @param kernel height and width of the window, and its stride
   */
  public MaxPool2d(int kernel) {
    this(kernel, kernel, 0);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return context.ops().maxPool2d(input, settings);
  }
}
