package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.Enhance;

/** Makes images brighter or darker, {@code mmpretrain.datasets.Brightness}. */
@Plugin(kind = Kind.TRANSFORM, type = "Brightness", summary = "Makes images brighter or darker")
public final class Brightness extends Enhancement {
  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Brightness(EnhanceOptions options) {
    super(options);
  }

  @Override
  void enhance(ImageBuffer image, double factor) {
    Enhance.CV2.brightness(image, factor);
  }

  @Override
  Brightness with(EnhanceOptions newOptions) {
    return new Brightness(newOptions);
  }
}
