package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Sharpening;

/** Sharpens or softens images, {@code mmpretrain.datasets.Sharpness}. */
@Plugin(kind = Kind.TRANSFORM, type = "Sharpness", summary = "Sharpens or softens images")
public final class Sharpness extends Enhancement {
  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Sharpness(EnhanceOptions options) {
    super(options);
  }

  @Override
  void enhance(ImageBuffer image, double factor) {
    Sharpening.apply(image, factor);
  }

  @Override
  Sharpness with(EnhanceOptions newOptions) {
    return new Sharpness(newOptions);
  }
}
