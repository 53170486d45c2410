package io.vertebra.nn;

import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Factory;
import java.util.Optional;

/**
 * Options of a {@link PatchEmbed} beyond those of the network, {@code patch_cfg} of MMPretrain.
 *
 * @param window the convolution
 * @param normCfg normalises the features of each patch
 */
public record PatchOptions(
    @Inline PatchWindow window,
    @Doc("norm of the features of each patch; none where it is left out")
        Optional<Factory<Norm>> normCfg) {
  /** Options that change nothing. */
  public static final PatchOptions UNCHANGED =
      new PatchOptions(PatchWindow.UNCHANGED, Optional.empty());

  /**
   * Makes the layer.
   *
   * @param patches what the network says of patches
   * @return a new layer
   */
  public PatchEmbed embed(PatchEmbed.Patches patches) {
    return new PatchEmbed(
        window.over(patches),
        normCfg.map(factory -> factory.create(new NormContext(patches.features()))));
  }
}
