package io.vertebra.cli;

import io.vertebra.engine.inference.Prediction;
import java.util.List;

/**
 * What became of images.
 *
 * @param found what was predicted, in the order of the images
 * @param unreadable for each image that cannot be read a message that names it
 */
record Predictions(List<Found> found, List<String> unreadable) {
  /** An image with its prediction. */
  record Found(ImageFile file, Prediction prediction) {}
}
