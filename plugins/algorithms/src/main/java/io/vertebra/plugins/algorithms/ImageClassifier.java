package io.vertebra.plugins.algorithms;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.ClassCount;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.LayerDepths;
import io.vertebra.api.model.Loss;
import io.vertebra.api.model.Misfit;
import io.vertebra.api.model.Neck;
import io.vertebra.api.options.DefaultType;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.RemovedKey;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
  private final Optional<DataPreprocessor> dataPreprocessor;
  private final Optional<BatchAugments> trainCfg;

  /**
   * Options of {@link ImageClassifier}.
   *
   * @param backbone turns images into features
   * @param neck stands between backbone and head
   * @param head turns features into scores
   * @param dataPreprocessor what is done to batches, as MMPretrain allows it within the model
   * @param trainCfg how batches of training are mixed
   */
  @RemovedKey(key = "pretrained", use = "init_cfg: {type: Pretrained, checkpoint: ...}")
  public record Options(
      @Doc("network from images to features") Backbone backbone,
      @Doc("network between backbone and head; none where it is left out") Optional<Neck> neck,
      @Doc(
              "network from features to scores, with its loss; nothing can be trained or predicted"
                  + " without it")
          Optional<Head> head,
      @Doc("what is done to a batch on the device, in place of data_preprocessor at the top")
          @DefaultType("ClsDataPreprocessor")
          Optional<DataPreprocessor> dataPreprocessor,
      @Doc(
              "how batches of training are mixed, where batch_augments of data_preprocessor does not"
                  + " say so")
          Optional<BatchAugments> trainCfg) {}

  /**
   * Makes the classifier.
   *
   * @param options the options
   */
  public ImageClassifier(Options options) {
    backbone = addModule(BACKBONE, options.backbone());
    neck = options.neck().map(module -> addModule("neck", module));
    head = options.head().map(module -> addModule("head", module));
    dataPreprocessor = options.dataPreprocessor();
    trainCfg = options.trainCfg();
  }

  @Override
  public Optional<DataPreprocessor> dataPreprocessor() {
    return dataPreprocessor;
  }

  @Override
  public Optional<BatchAugments> batchAugments() {
    return trainCfg;
  }

  @Override
  public Map<String, NDArray> loss(Context context, Batch batch) {
    Head present = presentHead();
    return present.loss(context, features(context, batch.images()), batch);
  }

  /** Gives the losses of a batch and the logits that they are of. */
  Lesson lesson(Context context, Batch batch) {
    Head present = presentHead();
    List<NDArray> features = features(context, batch.images());
    return new Lesson(present.loss(context, features, batch), present.logits(context, features));
  }

  /** Gives N x classes. */
  NDArray logits(Context context, NDArray images) {
    return presentHead().logits(context, features(context, images));
  }

  /**
   * What a pass of a batch gives.
   *
   * @param losses scalars by name
   * @param logits N x classes
   */
  record Lesson(Map<String, NDArray> losses, NDArray logits) {}

  @Override
  public NDArray scores(Context context, NDArray images) {
    Head present = presentHead();
    return present.scores(context, features(context, images));
  }

  @Override
  public Map<String, Integer> tasks() {
    return head.map(Head::tasks).orElse(Map.of());
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

  @Override
  public void switchLoss(Loss loss) {
    presentHead().switchLoss(loss);
  }

  private List<NDArray> features(Context context, NDArray images) {
    List<NDArray> features = backbone.forward(context, images);
    return neck.isPresent() ? neck.get().forward(context, features) : features;
  }

  @Override
  public List<Misfit> misfits() {
    List<Misfit> misfits = new ArrayList<>();
    neck.flatMap(it -> misfit("neck", it.inChannels(), last(backbone.outChannels())))
        .ifPresent(misfits::add);
    head.flatMap(it -> misfit("head", it.inChannels(), last(featureChannels())))
        .ifPresent(misfits::add);
    return misfits;
  }

  private static Optional<Misfit> misfit(String part, OptionalInt taken, OptionalInt given) {
    if (taken.isEmpty() || given.isEmpty() || taken.getAsInt() == given.getAsInt()) {
      return Optional.empty();
    }
    return Optional.of(
        new Misfit(
            part + ".in_channels",
            "is %d, but the %s is given features of %d channels"
                .formatted(taken.getAsInt(), part, given.getAsInt()),
            "set it to " + given.getAsInt()));
  }

  @Override
  public Optional<ClassCount> classes() {
    if (head.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt own = head.get().numClasses(OptionalInt.empty());
    if (own.isPresent()) {
      return Optional.of(new ClassCount(own.getAsInt(), "head.num_classes"));
    }
    OptionalInt ofFeatures = head.get().numClasses(last(featureChannels()));
    return ofFeatures.isPresent()
        ? Optional.of(new ClassCount(ofFeatures.getAsInt(), "backbone.num_classes"))
        : Optional.empty();
  }

  /** The channels of what the head is given. */
  private List<Integer> featureChannels() {
    List<Integer> channels = backbone.outChannels();
    return neck.map(it -> it.outChannels(channels)).orElse(channels);
  }

  private static OptionalInt last(List<Integer> channels) {
    return channels.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(channels.get(channels.size() - 1));
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
