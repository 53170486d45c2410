package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.Linear;
import java.util.List;

/**
 * A linear classifier on the last feature for several labels an image, {@code
 * mmpretrain.models.MultiLabelLinearClsHead}. New arrays are as in {@link LinearClsHead}.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "MultiLabelLinearClsHead",
    summary = "A linear classifier on the last feature for several labels an image")
public final class MultiLabelLinearClsHead extends SigmoidHead {
  private final Linear fc;

  /**
   * Options of {@link MultiLabelLinearClsHead}.
   *
   * @param numClasses classes of the logits
   * @param inChannels channels of the feature
   * @param loss the training objective
   * @param positives which classes count as there
   */
  public record Options(
      @Doc("classes of the logits") @Range(min = 1) int numClasses,
      @Doc("channels of the last feature") @Range(min = 1) int inChannels,
      @Doc("training objective") @Default("{type: CrossEntropyLoss, use_sigmoid: true}") Loss loss,
      @Inline PositiveOptions positives) {}

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public MultiLabelLinearClsHead(Options options) {
    super(options.loss(), new HeadSize(options.inChannels(), options.numClasses()));
    fc = addModule("fc", new Linear(options.inChannels(), options.numClasses(), true));
    fc.initializeWith(new Distribution.Normal(0, 0.01));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return fc.forward(context, last(features));
  }
}
