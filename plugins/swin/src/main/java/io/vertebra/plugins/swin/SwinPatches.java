package io.vertebra.plugins.swin;

import io.vertebra.api.model.Norm;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Factory;
import io.vertebra.nn.PatchEmbed;
import io.vertebra.nn.PatchOptions;
import io.vertebra.nn.PatchWindow;
import java.util.Optional;

/**
 * Options of the patch embedding, {@code patch_cfg} of {@code mmpretrain.models.SwinTransformer}.
 *
 * @param window the convolution
 * @param normCfg normalises the features of each patch
 */
public record SwinPatches(
    @Inline PatchWindow window,
    @Doc("norm of the features of each patch; none where it is null") @Default("{type: LN}")
        Optional<Factory<Norm>> normCfg) {
  PatchEmbed embed(PatchEmbed.Patches patches) {
    return new PatchOptions(window, normCfg).embed(patches);
  }
}
