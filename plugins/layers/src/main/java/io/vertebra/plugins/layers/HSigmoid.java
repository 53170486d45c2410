package io.vertebra.plugins.layers;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.HardSigmoid;

/** A sigmoid made of three lines, {@code mmcv.cnn.HSigmoid}. */
@Plugin(
    kind = Kind.ACTIVATION,
    type = "HSigmoid",
    summary = "Sigmoid made of three lines, of MobileNetV3")
public final class HSigmoid extends HardSigmoid {
  /**
   * Options of {@link HSigmoid}.
   *
   * @param bias what is added to a value
   * @param divisor what the sum is divided by
   * @param minValue the least value that comes out
   * @param maxValue the greatest value that comes out
   */
  public record Options(
      @Doc("what is added to a value") @Default("3.0") double bias,
      @Doc("what the sum is divided by; not 0") @Default("6.0") double divisor,
      @Doc("least value that comes out") @Default("0.0") double minValue,
      @Doc("greatest value that comes out") @Default("1.0") double maxValue) {}

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public HSigmoid(Options options) {
    super(options.bias(), options.divisor(), options.minValue(), options.maxValue());
  }
}
