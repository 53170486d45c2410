package io.vertebra.families.mobile;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;

/**
 * The last stage of a network with its own classifier: N x C x H x W to N x classes. It takes the
 * mean over all positions. It registers no modules; the network registers the classifier, under the
 * name of its library.
 */
public final class MeanClassifier extends Layer {
  private final Layer classifier;

  /**
   * Makes the stage.
   *
   * @param classifier N x C to N x classes
   */
  public MeanClassifier(Layer classifier) {
    this.classifier = requireNonNull(classifier, "classifier is null");
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return classifier.forward(context, context.ops().globalAvgPool2d(input));
  }
}
