package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.ClassMargins;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * Scores classes by the angle between the last feature and a learnt centre of each, which training
 * widens for the own class by a margin (Deng et al., ArcFace, 2019; with several centres a class:
 * Deng et al., Sub-center ArcFace, 2020), {@code mmpretrain.models.ArcFaceClsHead}. Angles are
 * computed in float32. Targets are class indices.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "ArcFaceClsHead",
    summary = "Scores by angles to centres of classes, trained with a margin")
public final class ArcFaceClsHead extends SoftmaxHead implements ClassMargins {
  private final Options options;
  private final ClassCentres centres;
  private AngularMargin margin;

  /**
   * Options of {@link ArcFaceClsHead}.
   *
   * @param numClasses classes of the logits
   * @param inChannels channels of the feature
   * @param numSubcenters centres of each class
   * @param scale what cosines are multiplied by
   * @param margins what is added to the angle of the own class
   * @param easyMargin whether the margin is left out for angles above 90 degrees
   * @param loss the training objective
   * @param figures options about figures of training batches
   */
  public record Options(
      @Doc("classes of the logits") @Range(min = 1) int numClasses,
      @Doc("channels of the last feature") @Range(min = 1) int inChannels,
      @Doc("centres of each class; the nearest counts") @Default("1") @Range(min = 1)
          int numSubcenters,
      @Doc("what cosines are multiplied by to be logits") @Default("64.0") double scale,
      @Doc(
              "added to the angle of the own class in training, in radians: one number, a list, or"
                  + " a file with a number a line")
          @Default("0.5")
          Margins margins,
      @Doc("whether angles above 90 degrees get no margin") @Default("false") boolean easyMargin,
      @Doc("training objective") @Default("{type: CrossEntropyLoss, loss_weight: 1.0}") Loss loss,
      @Inline TrainingFigures figures) {
    /** Checks that there is a margin for each class. */
    public Options {
      int given = margins.values().size();
      if (given != 1 && given != numClasses) {
        throw new IllegalArgumentException(
            "margins has %d numbers, but there are %d classes: give one number, or one for each"
                .formatted(given, numClasses));
      }
    }
  }

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public ArcFaceClsHead(Options options) {
    super(options.loss(), new HeadSize(options.inChannels(), options.numClasses()));
    this.options = options;
    this.centres = addModule("norm_product", new ClassCentres(options));
    setMargins(options.margins().ofClasses(options.numClasses()));
  }

  @Override
  public void setMargins(List<Double> margins) {
    if (margins.size() != options.numClasses()) {
      throw new IllegalArgumentException(
          "there are %d margins, but the head has %d classes"
              .formatted(margins.size(), options.numClasses()));
    }
    margin = new AngularMargin(List.copyOf(margins), options.easyMargin());
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return centres.forward(context, last(features)).mul((float) options.scale());
  }

  @Override
  NDArray trainingLogits(Context context, List<NDArray> features, NDArray targets) {
    if (targets.getShape().dimension() != 1) {
      throw new IllegalArgumentException(
          "an ArcFaceClsHead widens the angle of one class an image, but the targets are rows of"
              + " shape "
              + targets.getShape()
              + ": do not mix images");
    }
    NDArray cosine = centres.forward(context, last(features));
    NDArray own = context.ops().oneHot(targets, options.numClasses());
    return cosine.add(margin.of(context, cosine).sub(cosine).mul(own)).mul((float) options.scale());
  }
}
