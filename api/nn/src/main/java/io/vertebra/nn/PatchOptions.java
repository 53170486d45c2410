package io.vertebra.nn;

import io.vertebra.api.model.Norm;
import io.vertebra.api.model.NormContext;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Factory;
import java.util.Optional;

/**
 * Options of a {@link PatchEmbed} beyond those of the network, {@code patch_cfg} of MMPretrain.
 *
 * @param stride the distance between patches
 * @param bias whether the convolution has a bias
 * @param normCfg normalises the features of each patch
 */
public record PatchOptions(
    @Doc("distance between patches; patch_size where it is left out") @Range(min = 1)
        Optional<IntPair> stride,
    @Doc("whether the convolution has a bias; as the network has it where it is left out")
        Optional<Boolean> bias,
    @Doc("norm of the features of each patch; as the network has it where it is left out")
        Optional<Factory<Norm>> normCfg) {
  /**
   * Puts what the options say in the place of what the network says.
   *
   * @param patches what the network says
   * @return what a patch is and becomes
   */
  public PatchEmbed.Patches over(PatchEmbed.Patches patches) {
    return new PatchEmbed.Patches(
        patches.features(),
        patches.kernel(),
        stride.orElse(patches.stride()),
        bias.orElse(patches.bias()));
  }

  /**
   * Makes the norm that the options name.
   *
   * @param features features of a patch
   * @return the norm; empty where they name none
   */
  public Optional<Norm> norm(int features) {
    return normCfg.map(factory -> factory.create(new NormContext(features)));
  }
}
