package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/** Moves an image by a part of its width or height, {@code mmpretrain.datasets.Translate}. */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "Translate",
    summary = "Moves an image by a part of its width or height")
public final class Translate extends Shift {
  /**
   * Makes the transform.
   *
   * @param options the options; nearest where they name no interpolation
   * @param ops gives memory
   */
  public Translate(ShiftOptions options, ImageOps ops) {
    super(options, ops);
  }

  @Override
  double[] matrix(ImageBuffer image, double magnitude, Direction direction) {
    // A float32 matrix in MMCV.
    return direction == Direction.HORIZONTAL
        ? new double[] {1, 0, (float) (magnitude * image.width()), 0, 1, 0}
        : new double[] {1, 0, 0, 0, 1, (float) (magnitude * image.height())};
  }

  @Override
  Interpolation defaultInterpolation() {
    return Interpolation.NEAREST;
  }

  @Override
  Translate with(ShiftOptions newOptions, ImageOps sameOps) {
    return new Translate(newOptions, sameOps);
  }
}
