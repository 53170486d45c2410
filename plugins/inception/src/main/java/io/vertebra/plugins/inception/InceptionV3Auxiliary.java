package io.vertebra.plugins.inception;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.AvgPool2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.Intermediates;
import io.vertebra.nn.Linear;
import java.util.Optional;

/**
 * A classifier on a map of 17 x 17 or larger, {@code InceptionAux}: N x C x H x W to N x classes.
 */
final class InceptionV3Auxiliary extends Layer {
  private final AvgPool2d downsample;
  private final ConvModule conv0;
  private final ConvModule conv1;
  private final Linear fc;

  InceptionV3Auxiliary(int channels, int classes) {
    Convolutions convolutions = new Convolutions(Optional.of(Distribution.truncatedNormal(0.01)));
    downsample =
        addModule(
            "downsample",
            new AvgPool2d(
                new PoolSettings(
                    IntPair.of(5), IntPair.of(3), IntPair.of(0), /* ceilMode= */ false),
                /* countPadding= */ true));
    conv0 = addModule("conv0", convolutions.same(channels, 128, 1));
    conv1 = addModule("conv1", convolutions.within(128, 768, 5, 1));
    fc = addModule("fc", new Linear(768, classes, true));
    fc.initializeWith(Distribution.truncatedNormal(0.001));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = conv0.consume(context, downsample.forward(context, input));
    NDArray means = Intermediates.map(conv1.consume(context, map), context.ops()::globalAvgPool2d);
    return fc.consume(context, means);
  }
}
