package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.Linear;
import java.util.List;
import java.util.Optional;

/**
 * A classifier on the class token, linear or with a hidden layer, {@code
 * mmpretrain.models.VisionTransformerClsHead}. A new linear map to the classes is zero, a new
 * hidden one truncated normal with a variance of one over its inputs.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "VisionTransformerClsHead",
    summary = "A classifier on the class token, linear or with a hidden layer")
public final class VisionTransformerClsHead extends SoftmaxHead {
  private final Layers layers;

  /**
   * Options of {@link VisionTransformerClsHead}.
   *
   * @param numClasses classes of the logits
   * @param inChannels channels of the feature
   * @param hiddenDim the size of the hidden layer
   * @param actCfg the activation of the hidden layer
   * @param loss the training objective
   * @param figures options about figures of training batches
   */
  public record Options(
      @Doc("classes of the logits") @Range(min = 1) int numClasses,
      @Doc("channels of the last feature") @Range(min = 1) int inChannels,
      @Doc("size of the hidden layer; none where it is left out") @Range(min = 1)
          Optional<Integer> hiddenDim,
      @Doc("activation of the hidden layer") @Default("{type: Tanh}") Factory<Activation> actCfg,
      @Doc("training objective") @Default("{type: CrossEntropyLoss, loss_weight: 1.0}") Loss loss,
      @Inline TrainingFigures figures) {}

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public VisionTransformerClsHead(Options options) {
    super(options.loss());
    layers = addModule("layers", new Layers(options));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return layers.forward(context, last(features));
  }

  /** Linear maps under the names that MMPretrain gives them. */
  private static final class Layers extends Layer {
    private final Optional<Linear> hidden;
    private final Optional<Activation> activation;
    private final Linear head;

    Layers(Options options) {
      hidden = options.hiddenDim().map(size -> addHidden(options.inChannels(), size));
      activation = hidden.map(linear -> addModule("act", options.actCfg().create()));
      int features = options.hiddenDim().orElse(options.inChannels());
      head = addModule("head", new Linear(features, options.numClasses(), true));
      head.initializeWith(Distribution.zeros());
    }

    private Linear addHidden(int inChannels, int size) {
      return addModule("pre_logits", new Linear(inChannels, size, true))
          .initializeWith(Distribution.truncatedNormal(Math.sqrt(1.0 / inChannels)));
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      NDArray feature = input;
      if (hidden.isPresent()) {
        feature = hidden.get().forward(context, feature);
        feature = activation.orElseThrow().forward(context, feature);
      }
      return head.forward(context, feature);
    }
  }
}
