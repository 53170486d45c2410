package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Enhance;

/** Makes colours stronger or grayer, {@code mmpretrain.datasets.ColorTransform}. */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "ColorTransform",
    summary = "Makes colours stronger or grayer")
public final class ColorTransform extends Enhancement {
  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public ColorTransform(EnhanceOptions options) {
    super(options);
  }

  @Override
  void enhance(ImageBuffer image, double factor) {
    Enhance.CV2.color(image, factor);
  }

  @Override
  ColorTransform with(EnhanceOptions newOptions) {
    return new ColorTransform(newOptions);
  }
}
