package io.vertebra.engine.inference;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Neck;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a classifier, to look at what goes from one to the next.
 *
 * @param backbone turns images into features
 * @param neck stands between backbone and head
 * @param head turns features into logits
 */
public record NetworkParts(Backbone backbone, Optional<Neck> neck, Optional<Head> head) {
  /** What a network computes: the features of its backbone, and the logits of its head. */
  public record Outputs(List<NDArray> features, Optional<NDArray> logits) {}

  /**
   * Takes an algorithm apart.
   *
   * @param algorithm the algorithm
   * @return its parts
   * @throws IllegalArgumentException if it has no backbone
   */
  public static NetworkParts of(Algorithm algorithm) {
    Backbone backbone =
        find(algorithm, Backbone.class)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        algorithm.getClass().getSimpleName() + " has no backbone of its own"));
    return new NetworkParts(backbone, find(algorithm, Neck.class), find(algorithm, Head.class));
  }

  private static <M extends Module> Optional<M> find(Algorithm algorithm, Class<M> type) {
    return algorithm.modules().values().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /**
   * Computes the features and, where there is a head, the logits.
   *
   * @param context the arrays and operations of this pass
   * @param images N x C x H x W, prepared as the network takes them
   * @return features from shallow to deep, and N x classes
   */
  public Outputs forward(Context context, NDArray images) {
    List<NDArray> features = backbone.forward(context, images);
    List<NDArray> pooled = neck.isPresent() ? neck.get().forward(context, features) : features;
    return new Outputs(features, head.map(it -> it.logits(context, pooled)));
  }
}
