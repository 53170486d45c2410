package io.vertebra.plugins.layers;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** The Gaussian error linear unit, {@code torch.nn.GELU}. */
@Plugin(kind = Kind.ACTIVATION, type = "GELU", summary = "Gaussian error linear unit")
public final class Gelu extends io.vertebra.nn.Gelu {
  /**
   * Options of {@link Gelu}.
   *
   * @param approximate how it is computed
   */
  public record Options(
      @Doc("how it is computed: none for the exact form, tanh for an approximation")
          @Default("none")
          Approximation approximate) {}

  /** How the error function is computed. */
  public enum Approximation {
    /** Exactly. */
    NONE,
    /** By a hyperbolic tangent. */
    TANH
  }

  /**
   * Makes the activation.
   *
   * @param options the options
   */
  public Gelu(Options options) {
    super(options.approximate() == Approximation.TANH);
  }
}
