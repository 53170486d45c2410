package io.vertebra.plugins.inception;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.BatchNorm2d;
import io.vertebra.nn.Conv2d;
import io.vertebra.nn.ConvModule;
import io.vertebra.nn.Relu;
import java.util.Optional;

/**
 * Makes convolutions with a batch norm and a rectifier, {@code BasicConv2d}.
 *
 * @param weights what new weights are drawn from; as PyTorch does by itself where it is empty
 */
record Convolutions(Optional<Distribution> weights) {
  private static final double EPSILON = 1e-3;
  private static final double MOMENTUM = 0.1;

  /** A square window, stride 1, padded so that the size stays. */
  ConvModule same(int from, int to, int kernel) {
    return same(from, to, IntPair.of(kernel));
  }

  /** A window, stride 1, padded so that the size stays. */
  ConvModule same(int from, int to, IntPair kernel) {
    IntPair padding = new IntPair(kernel.first() / 2, kernel.second() / 2);
    return make(from, to, kernel, IntPair.of(1), padding);
  }

  /** A square window within the map. */
  ConvModule within(int from, int to, int kernel, int stride) {
    return make(from, to, IntPair.of(kernel), IntPair.of(stride), IntPair.of(0));
  }

  /** A convolution. */
  ConvModule make(int from, int to, IntPair kernel, IntPair stride, IntPair padding) {
    ConvSettings settings = new ConvSettings(stride, padding, IntPair.of(1), 1);
    Conv2d convolution = new Conv2d(from, to, kernel, settings, /* bias= */ false);
    weights.ifPresent(convolution::initializeWith);
    return new ConvModule(convolution, new BatchNorm2d(to, EPSILON, MOMENTUM), new Relu());
  }
}
