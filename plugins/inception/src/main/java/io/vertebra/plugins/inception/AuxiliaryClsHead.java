package io.vertebra.plugins.inception;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Head;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A head without parameters for a backbone that gives logits, those of auxiliary classifiers first:
 * in training each of them adds its loss, weighed, to that of the last ones (Szegedy et al., Going
 * Deeper with Convolutions, 2015, section 5). Out of training the last ones alone count.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "AuxiliaryClsHead",
    summary = "Takes the last feature as logits, and trains the auxiliary logits before it too")
public final class AuxiliaryClsHead extends Head {
  private final Loss loss;
  private final double auxiliaryWeight;

  /**
   * Options of {@link AuxiliaryClsHead}.
   *
   * @param loss the training objective
   * @param auxLossWeight what the objective of each auxiliary classifier is multiplied by
   */
  public record Options(
      @Doc("training objective") @Default("{type: CrossEntropyLoss, loss_weight: 1.0}") Loss loss,
      @Doc(
              "what the objective of each auxiliary classifier is multiplied by; 0.3 in the paper of"
                  + " GoogLeNet, 0.4 in torchvision's training of Inception v3")
          @Default("0.3")
          @Range(min = 0)
          double auxLossWeight) {}

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public AuxiliaryClsHead(Options options) {
    loss = addModule("loss_module", options.loss());
    auxiliaryWeight = options.auxLossWeight();
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return features.get(features.size() - 1);
  }

  @Override
  public Map<String, NDArray> loss(Context context, List<NDArray> features, NDArray targets) {
    Map<String, NDArray> losses = new LinkedHashMap<>();
    losses.put("loss", loss.forward(context, logits(context, features), targets));
    for (int i = 0; i < features.size() - 1; i++) {
      NDArray auxiliary = loss.forward(context, features.get(i), targets);
      losses.put("loss_aux" + (i + 1), auxiliary.mul(auxiliaryWeight));
    }
    return losses;
  }

  @Override
  public NDArray scores(Context context, List<NDArray> features) {
    NDArray logits = context.ops().toFloat32(logits(context, features));
    return context.ops().softmax(logits, 1);
  }

  @Override
  public OptionalInt numClasses(OptionalInt channels) {
    return channels;
  }
}
