package io.vertebra.engine.model;

import io.vertebra.api.options.Key;
import io.vertebra.engine.torch.ScalarType;
import java.util.Locale;

/**
 * The type that convolutions, linear maps and attention compute in. Parameters, their gradients,
 * what the optimizer remembers, and losses are float32 in all of them.
 */
public enum Precision {
  /** Single precision throughout. */
  @Key("float32")
  FLOAT32(ScalarType.FLOAT32),
  /** The range of single precision with 8 significant bits; needs no loss scaling. */
  @Key("bfloat16")
  BFLOAT16(ScalarType.BFLOAT16),
  /** IEEE half precision: 11 significant bits, but a narrow range, so that losses are scaled. */
  @Key("float16")
  FLOAT16(ScalarType.FLOAT16);

  private final ScalarType type;

  Precision(ScalarType type) {
    this.type = type;
  }

  /**
   * The type of elements.
   *
   * @return the type that the heavy operations take and give
   */
  public ScalarType type() {
    return type;
  }

  /**
   * The name in configs and checkpoints.
   *
   * @return the name
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
