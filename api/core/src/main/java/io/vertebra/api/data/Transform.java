package io.vertebra.api.data;

import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** A step of a pipeline. It keeps no state between samples: many threads call it at once. */
@ExtensionPoint(Kind.TRANSFORM)
@FunctionalInterface
public interface Transform {
  /**
   * Transforms a sample.
   *
   * @param sample the sample; its image is handed over, and closed unless it is part of the result
   * @param random the only source of chance
   * @return the result, owned by the caller
   * @throws IOException if the image cannot be read; the message names it
   */
  Sample apply(Sample sample, RandomGenerator random) throws IOException;

  /**
   * Whether it loads the image of a sample that has none, and so may stand first in a pipeline of
   * files.
   *
   * @return false by default
   */
  default boolean loadsImage() {
    return false;
  }
}
