package io.vertebra.plugins.losses;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Averaging;
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
 * What the softened scores of a student miss of those of a teacher (Hinton et al., Distilling the
 * Knowledge in a Neural Network, 2015, section 2), {@code mmrazor.models.KLDivergence}: {@code
 * tau^2 * sum(t * (log t - log s))} of each sample, where t and s are the softmax of logits over
 * tau. The targets are the logits of the teacher; no gradient reaches them. It is computed in
 * float32.
 */
@Plugin(
    kind = Kind.LOSS,
    type = "KLDivergence",
    summary = "Divergence of softened scores from those of a teacher, whose logits are the targets")
public final class KlDivergence extends Loss {
  private final Options options;

  /**
   * Options of {@link KlDivergence}.
   *
   * @param tau what logits are divided by before the softmax
   * @param sum how losses are added up
   */
  public record Options(
      @Doc("temperature: what logits are divided by before the softmax")
          @Default("1.0")
          @Range(min = 1e-3)
          double tau,
      @Inline ReductionOptions sum) {}

  /**
   * Makes the loss.
   *
   * @param options the options
   */
  public KlDivergence(Options options) {
    this.options = options;
  }

  @Override
  public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
    NDArray teacher = soft(context, targets.stopGradient());
    NDArray student = soft(context, logits);
    NDArray scores = context.ops().softmax(teacher, 1);
    NDArray divergence =
        context
            .ops()
            .crossEntropies(student, scores, List.of(), 0)
            .sub(context.ops().crossEntropies(teacher, scores, List.of(), 0));
    float scale = (float) (options.tau() * options.tau());
    return options.sum().total(divergence.mul(scale), averaging);
  }

  private NDArray soft(Context context, NDArray logits) {
    return context.ops().toFloat32(logits).div((float) options.tau());
  }
}
