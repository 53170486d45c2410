package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

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
  private final TokenLayers layers;

  /**
   * Makes the head.
   *
   * @param options the options
   */
  public VisionTransformerClsHead(TokenHeadOptions options) {
    super(options.loss(), new HeadSize(options.inChannels(), options.numClasses()));
    layers = addModule("layers", new TokenLayers(options, /* distilled= */ false));
  }

  @Override
  public NDArray logits(Context context, List<NDArray> features) {
    return layers.ofClass(context, last(features));
  }
}
