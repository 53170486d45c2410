package io.vertebra.imaging;

import io.vertebra.api.image.ImageBuffer;

/** One way to fill an image from another of a different size and the same number of channels. */
interface Resampler {
  /**
   * Fills the target.
   *
   * @param source H x W x C
   * @param target another size, the same C; every value is set
   */
  void resample(ImageBuffer source, ImageBuffer target);
}
