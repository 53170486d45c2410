package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Enhance;

/** Moves values away from the mean or towards it, {@code mmpretrain.datasets.Contrast}. */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "Contrast",
    summary = "Moves values away from their mean or towards it")
public final class Contrast extends Enhancement {
  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Contrast(EnhanceOptions options) {
    super(options);
  }

  @Override
  void enhance(ImageBuffer image, double factor) {
    Enhance.CV2.contrast(image, factor);
  }

  @Override
  Contrast with(EnhanceOptions newOptions) {
    return new Contrast(newOptions);
  }
}
