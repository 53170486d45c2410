package io.vertebra.plugins.transforms;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.image.ResizeBackend;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;

/**
 * How the pixels of a resized image are computed.
 *
 * @param interpolation the rule
 * @param backend the library whose arithmetic is used
 */
public record ResizeRule(
    @Doc("how values are taken from the source") @Default("bilinear") Interpolation interpolation,
    @Doc("library whose arithmetic is used; they differ much when an image shrinks") @Default("cv2")
        ResizeBackend backend) {
  /** Checks that the library has the rule. */
  public ResizeRule {
    if (!backend.interpolations().contains(interpolation)) {
      throw new IllegalArgumentException(
          "backend %s has no interpolation %s, only %s"
              .formatted(
                  backend.label(),
                  interpolation.label(),
                  backend.interpolations().stream().map(Interpolation::label).toList()));
    }
  }

  /** Resizes an image; an image of that size already is given back itself. */
  ImageBuffer resize(ImageOps ops, ImageBuffer image, int height, int width) {
    if (image.height() == height && image.width() == width) {
      return image;
    }
    return ops.resize(image, height, width, interpolation, backend);
  }
}
