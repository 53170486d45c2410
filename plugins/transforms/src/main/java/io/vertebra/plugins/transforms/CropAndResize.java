package io.vertebra.plugins.transforms;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.plugins.transforms.pixels.Rectangle;

/**
 * Cuts a part out of an image and resizes it.
 *
 * @param height rows of the result
 * @param width columns of the result
 * @param rule how pixels are computed
 */
record CropAndResize(int height, int width, ResizeRule rule) {
  /** Gives a new image; the one given stays with the caller. */
  ImageBuffer apply(ImageOps ops, ImageBuffer image, Rectangle part) {
    ImageBuffer cropped = ops.crop(image, part.top(), part.left(), part.height(), part.width());
    ImageBuffer result = null;
    try {
      result = rule.resize(ops, cropped, height, width);
      return result;
    } finally {
      if (result != cropped) {
        cropped.close();
      }
    }
  }
}
