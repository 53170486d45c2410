package io.vertebra.plugins.vit;

import io.vertebra.api.model.Distribution;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * DeiT with a token of its own for what a teacher says (Touvron et al., Training data-efficient
 * image transformers, 2021, section 4), {@code mmpretrain.models.DistilledVisionTransformer}. With
 * {@code out_type: cls_token} a layer gives two features: the class token and the distillation
 * token.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "DistilledVisionTransformer",
    summary = "DeiT with a distillation token")
public final class DistilledVisionTransformer extends TransformerNetwork {
  private static final ExtraToken DISTILLATION =
      new ExtraToken("dist_token", Distribution.truncatedNormal(0.02));

  /**
   * Makes the network.
   *
   * @param options the options
   */
  public DistilledVisionTransformer(VitOptions options) {
    super(options, List.of(ExtraToken.CLASS, DISTILLATION));
    if (!options.withClsToken()) {
      throw new IllegalArgumentException(
          "with_cls_token is false, but a DistilledVisionTransformer always has a class token:"
              + " leave it out");
    }
  }
}
