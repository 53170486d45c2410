package io.vertebra.api.model;

/**
 * What a network tells a {@link Norm} when it builds one.
 *
 * @param features how many channels the norm's input has
 */
public record NormContext(int features) {
  /** Checks the number. */
  public NormContext {
    if (features < 1) {
      throw new IllegalArgumentException("a norm has 1 feature or more, but not " + features);
    }
  }
}
