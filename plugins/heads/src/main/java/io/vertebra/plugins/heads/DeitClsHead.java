package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * The mean of a classifier on the class token and one on the distillation token, {@code
 * mmpretrain.models.DeiTClsHead}. As there, training compares the mean with the labels and knows no
 * teacher. New arrays are as in {@link VisionTransformerClsHead}.
 */
@Plugin(
    kind = Kind.HEAD,
    type = "DeiTClsHead",
    summary = "The mean of classifiers on the class token and on the distillation token")
public final class DeitClsHead extends SoftmaxHead {
  private final TokenLayers layers;

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public DeitClsHead(TokenHeadOptions options) {
    super(options.loss(), new HeadSize(options.inChannels(), options.numClasses()));
    layers = addModule("layers", new TokenLayers(options, /* distilled= */ true));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    int count = features.size();
    if (count < 2) {
      throw new IllegalArgumentException(
          "a DeiTClsHead needs a class token and a distillation token, but was given one feature:"
              + " take the backbone DistilledVisionTransformer with out_type: cls_token");
    }
    NDArray classes = layers.ofClass(context, features.get(count - 2));
    return classes.add(layers.ofDistillation(context, features.get(count - 1))).div(2);
  }
}
