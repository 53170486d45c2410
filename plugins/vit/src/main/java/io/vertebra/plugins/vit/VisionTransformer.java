package io.vertebra.plugins.vit;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * Vision Transformer (Dosovitskiy et al., An Image is Worth 16x16 Words, 2021) and DeiT without
 * distillation (Touvron et al., 2021), {@code mmpretrain.models.VisionTransformer}.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "VisionTransformer",
    summary = "Vision Transformer of any size; DeiT is one of them")
public final class VisionTransformer extends TransformerNetwork {
  /**
   * Makes the network.
   *
   * @param options the options
   */
  public VisionTransformer(VitOptions options) {
    super(options, options.withClsToken() ? List.of(ExtraToken.CLASS) : List.of());
  }
}
