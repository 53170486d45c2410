package io.vertebra.plugins.algorithms;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Neck;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A classifier of images made of a backbone, a neck and a head, {@code
 * mmpretrain.models.ImageClassifier}.
 */
@Plugin(
    kind = Kind.ALGORITHM,
    type = "ImageClassifier",
    summary = "Supervised classification: backbone, neck and head")
public final class ImageClassifier extends Algorithm implements LayerDepths {
  private static final String BACKBONE = "backbone";

  private final Backbone backbone;
  private final Optional<Neck> neck;
  private final Optional<Head> head;

  /**
   * Options of {@link ImageClassifier}.
   *
   * @param backbone turns images into features
   * @param neck stands between backbone and head
   * @param head turns features into scores
   */
  public record Options(
      @Doc("network from images to features") Backbone backbone,
      @Doc("network between backbone and head; none where it is left out") Optional<Neck> neck,
      @Doc(
              "network from features to scores, with its loss; nothing can be trained or predicted"
                  + " without it")
          Optional<Head> head) {}

  /**
   * Makes the classifier.
   *
   * @param options the options
   */
  public ImageClassifier(Options options) {
    backbone = addModule(BACKBONE, options.backbone());
    neck = options.neck().map(module -> addModule("neck", module));
    head = options.head().map(module -> addModule("head", module));
  }

  @Override
  public Map<String, NDArray> loss(Context context, Batch batch) {
    Head present = presentHead();
    return present.loss(context, features(context, batch.images()), batch.targets());
  }

  @Override
  public NDArray scores(Context context, NDArray images) {
    Head present = presentHead();
    return present.scores(context, features(context, images));
  }

  /** Neck and head are the last layer, as in {@code ImageClassifier.get_layer_depth}. */
  @Override
  public Depth layerDepth(String parameter) {
    if (!(backbone instanceof LayerDepths depths)) {
      throw new IllegalArgumentException(
          "the backbone "
              + backbone.getClass().getSimpleName()
              + " does not tell the depth of its layers, which layer_decay_rate needs; use"
              + " DefaultOptimWrapperConstructor, or a backbone such as VisionTransformer");
    }
    String prefix = BACKBONE + ".";
    if (parameter.startsWith(prefix)) {
      return depths.layerDepth(parameter.substring(prefix.length()));
    }
    String any = backbone.parameters().keySet().iterator().next();
    int layers = depths.layerDepth(any).layers();
    return new Depth(layers - 1, layers);
  }

  private List<NDArray> features(Context context, NDArray images) {
    List<NDArray> features = backbone.forward(context, images);
    return neck.isPresent() ? neck.get().forward(context, features) : features;
  }

  private Head presentHead() {
    return head.orElseThrow(
        () ->
            new IllegalStateException(
                "This ImageClassifier has no head, so it has neither a loss nor scores: set"
                    + " model.head, for example {type: LinearClsHead, num_classes: 10,"
                    + " in_channels: 512}"));
  }
}
