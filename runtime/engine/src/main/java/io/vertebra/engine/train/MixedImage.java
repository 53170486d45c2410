package io.vertebra.engine.train;

import io.vertebra.api.image.ImageBuffer;
import java.util.List;

/**
 * An image of a batch of training after the batch was mixed, before it is normalised.
 *
 * @param image the image, owned by who was given it
 * @param target how much of each class it has; empty where its batch was left alone
 */
public record MixedImage(ImageBuffer image, List<Float> target) {
  /** Makes an image whose target does not change. */
  public MixedImage {
    target = List.copyOf(target);
  }
}
