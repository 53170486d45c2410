package io.vertebra.plugins.repvgg;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.MaxPool2d;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins a map with its maximum over 5 x 5, 9 x 9 and 13 x 13 windows, each the 5 x 5 maximum of the
 * one before, between two 1 x 1 convolutions (Zou et al., YOLOX-PAI, 2022, section 2.1), {@code
 * mmpretrain.models.backbones.repvgg.MTSPPF}: N x C x H x W to the same shape.
 */
final class PoolPyramid extends Layer {
  private static final int LEVELS = 4;

  private final ConvModule narrow;
  private final ConvModule join;
  private final MaxPool2d pool;

  PoolPyramid(int channels, RepVggOptions options) {
    int hidden = channels / 2;
    this.narrow = addModule("conv1", convolution(channels, hidden, options));
    this.join = addModule("conv2", convolution(LEVELS * hidden, channels, options));
    this.pool = addModule("maxpool", new MaxPool2d(5, 1, 2));
  }

  private static ConvModule convolution(int from, int to, RepVggOptions options) {
    Norm norm = options.normCfg().create(new NormContext(to));
    Conv2d convolution =
        new Conv2d(from, to, IntPair.of(1), ConvSettings.PLAIN, /* bias= */ false)
            .initializeWith(Distribution.kaimingNormal(to));
    return new ConvModule(convolution, norm, options.actCfg().create());
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    List<NDArray> levels = new ArrayList<>();
    NDArray level = narrow.forward(context, input);
    levels.add(level);
    while (levels.size() < LEVELS) {
      level = pool.forward(context, level);
      levels.add(level);
    }
    return join.consume(context, context.ops().concat(levels, 1));
  }
}
