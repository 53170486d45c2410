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
  /** IEEE half precision; known, so that it can be refused with a reason. */
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

  /**
   * Refuses what cannot be computed in.
   *
   * @throws IllegalArgumentException for float16, with what to take instead
   */
  public void requireSupported() {
    if (this == FLOAT16) {
      throw new IllegalArgumentException(
          "float16 is too narrow to train in without scaling the loss, which this version does not"
              + " do, and is not faster on a CPU: use bfloat16, which needs no scaling");
    }
  }
}
