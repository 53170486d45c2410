package io.vertebra.api.data;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Transforms one after the other.
 *
 * @param transforms the transforms, first to last
 */
public record Pipeline(List<Transform> transforms) {
  /** Makes a pipeline that does not change. */
  public Pipeline {
    transforms = List.copyOf(transforms);
  }

  /**
   * Sends a sample through all transforms.
   *
   * @param sample the sample; its image is handed over
   * @param random what transforms draw from
   * @return the result, owned by the caller
   * @throws IOException if the image cannot be read; nothing is left to close then
   */
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    Sample current = sample;
    try {
      for (Transform transform : transforms) {
        current = transform.apply(current, random);
      }
      return current;
    } catch (IOException | RuntimeException e) {
      current.closeImages();
      throw e;
    }
  }
}
