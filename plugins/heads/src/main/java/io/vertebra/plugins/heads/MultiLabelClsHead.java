package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * A head without parameters for several labels an image: the last feature is the logits. {@code
 * mmpretrain.models.MultiLabelClsHead}.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "MultiLabelClsHead",
    summary = "Takes the last feature as logits of several labels an image")
public final class MultiLabelClsHead extends SigmoidHead {
  /**
   * Options of {@link MultiLabelClsHead}.
   *
   * @param loss the training objective
   * @param positives which classes count as there
   */
  public record Options(
      @Doc("training objective") @Default("{type: CrossEntropyLoss, use_sigmoid: true}") Loss loss,
      @Inline PositiveOptions positives) {}

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public MultiLabelClsHead(Options options) {
    super(options.loss());
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return last(features);
  }
}
