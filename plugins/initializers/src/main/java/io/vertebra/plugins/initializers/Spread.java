package io.vertebra.plugins.initializers;

import io.vertebra.api.model.Distribution;

/** The forms of a distribution of which only the deviation is known. */
public enum Spread {
  /** Normal. */
  NORMAL,
  /** Evenly between bounds. */
  UNIFORM;

  /** Makes the distribution around zero with a deviation. */
  Distribution of(double std) {
    double bound = Math.sqrt(3) * std;
    return this == NORMAL
        ? new Distribution.Normal(0, std)
        : new Distribution.Uniform(-bound, bound);
  }
}
