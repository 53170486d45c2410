package io.vertebra.plugins.convnext;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.DropPath;
import io.vertebra.nn.GlobalResponseNorm;
import io.vertebra.nn.Intermediates;
import io.vertebra.nn.Linear;
import java.util.Optional;

/**
 * A 7 x 7 convolution of each channel, a norm, and two maps of all channels, four times as wide
 * between them; added to the input (Liu et al., A ConvNet for the 2020s, 2022, section 2). N x C x
 * H x W to the same shape.
 */
final class ConvNextBlock extends Layer {
  private final Conv2d depthwise;
  private final Norm norm;
  private final Layer first;
  private final Activation activation;
  private final Layer second;
  private final Optional<GlobalResponseNorm> responseNorm;
  private final Optional<Parameter> scale;
  private final DropPath dropPath;
  private final boolean linear;

  ConvNextBlock(ConvNextOptions options, int channels, double dropPathRate) {
    int wide = 4 * channels;
    this.linear = options.linearPwConv();
    this.depthwise = addModule("depthwise_conv", depthwise(channels));
    this.norm = addModule("norm", options.normCfg().create(new NormContext(channels)));
    this.first = addModule("pointwise_conv1", pointwise(channels, wide));
    this.activation = addModule("act", options.actCfg().create());
    this.second = addModule("pointwise_conv2", pointwise(wide, channels));
    this.responseNorm =
        options.useGrn()
            ? Optional.of(addModule("grn", new GlobalResponseNorm(wide)))
            : Optional.empty();
    this.scale =
        options.layerScaleInitValue() > 0
            ? Optional.of(addScale(channels, options.layerScaleInitValue()))
            : Optional.empty();
    this.dropPath = addModule("drop_path", new DropPath(dropPathRate));
  }

  private static Conv2d depthwise(int channels) {
    ConvSettings settings = new ConvSettings(IntPair.of(1), IntPair.of(3), IntPair.of(1), channels);
    return new Conv2d(channels, channels, IntPair.of(7), settings, /* bias= */ true)
        .initializeWith(ConvNext.WEIGHTS);
  }

  private Layer pointwise(int from, int to) {
    return linear
        ? new Linear(from, to, true).initializeWith(ConvNext.WEIGHTS)
        : new Conv2d(from, to, 1).initializeWith(ConvNext.WEIGHTS);
  }

  private Parameter addScale(int channels, double initial) {
    return addParameter("gamma", new Shape(channels), new Distribution.Constant(initial));
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray normalised = norm.consume(context, depthwise.forward(context, input));
    NDArray branch = mapChannels(context, first, channelsLast(normalised));
    branch = activation.consume(context, branch);
    if (responseNorm.isPresent()) {
      branch = responseNorm.get().consume(context, branch);
    }
    branch = mapChannels(context, second, branch);
    if (scale.isPresent()) {
      branch = Intermediates.map(branch, array -> array.mul(context.get(scale.get())));
    }
    return Intermediates.sum(dropPath.consume(context, channelsFirst(branch)), input);
  }

  /** Applies a pointwise map to N x H x W x C. */
  private NDArray mapChannels(Context context, Layer map, NDArray input) {
    return linear
        ? map.consume(context, input)
        : channelsLast(map.consume(context, channelsFirst(input)));
  }

  private static NDArray channelsLast(NDArray map) {
    return Intermediates.map(map, array -> array.transpose(0, 2, 3, 1));
  }

  private static NDArray channelsFirst(NDArray map) {
    return Intermediates.map(map, array -> array.transpose(0, 3, 1, 2));
  }
}
