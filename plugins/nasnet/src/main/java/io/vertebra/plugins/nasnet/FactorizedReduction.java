package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.families.mobile.ConvShape;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.Conv2d;

/**
 * Halves a map by two pointwise convolutions of every other position, the second of them one to the
 * right and below, whose channels are joined: N x C x H x W to N x K x H/2 x W/2, rounded up.
 */
final class FactorizedReduction extends Layer {
  private static final AvgPool2d EVERY_OTHER =
      new AvgPool2d(
          new PoolSettings(IntPair.of(1), IntPair.of(2), IntPair.of(0), /* ceilMode= */ false),
          /* countPadding= */ false);

  private final Path first;
  private final Path second;
  private final Norm norm;

  FactorizedReduction(int in, int out, CellLayers layers) {
    this.first = addModule("path_1", new Path(in, out / 2, layers));
    this.second = addModule("path_2", new Path(in, out / 2, layers));
    this.norm = addModule("final_path_bn", layers.norm(out / 2 * 2));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray active = context.ops().relu(input);
    NDArray shifted = context.ops().pad2d(active, IntPair.of(-1), IntPair.of(1));
    NDArray joined =
        first.forward(context, active).concat(second.forward(context, shifted), /* axis= */ 1);
    return norm.forward(context, joined);
  }

  private static final class Path extends Layer {
    private final Conv2d convolution;

    Path(int in, int out, CellLayers layers) {
      this.convolution = addModule("conv", layers.convolution(ConvShape.pointwise(in, out)));
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      return convolution.forward(context, EVERY_OTHER.forward(context, input));
    }
  }
}
