package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;

/**
 * Moves each row, or each column, in proportion to its number, {@code mmpretrain.datasets.Shear}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "Shear",
    summary = "Moves each row or column in proportion to its number")
public final class Shear extends Shift {
  /**
   * Makes the transform.
   *
   * @param options the options; bicubic where they name no interpolation
   * @param ops gives memory
   */
  public Shear(ShiftOptions options, ImageOps ops) {
    super(options, ops);
  }

  @Override
  double[] matrix(ImageBuffer image, double magnitude, Direction direction) {
    // A float32 matrix in MMCV.
    float slope = (float) magnitude;
    return direction == Direction.HORIZONTAL
        ? new double[] {1, slope, 0, 0, 1, 0}
        : new double[] {1, 0, 0, slope, 1, 0};
  }

  @Override
  Interpolation defaultInterpolation() {
    return Interpolation.BICUBIC;
  }

  @Override
  Shear with(ShiftOptions newOptions, ImageOps sameOps) {
    return new Shear(newOptions, sameOps);
  }
}
