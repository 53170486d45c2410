package io.vertebra.plugins.mlpmixer;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.NamedValues;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;

/**
 * The size of an MLP-Mixer. The named ones are those of {@code mmpretrain.models.MlpMixer}.
 *
 * @param embedDims features of a token
 * @param numLayers how many blocks
 * @param tokensMlpDims the size between the two maps that mix tokens
 * @param channelsMlpDims the size between the two maps that mix features
 */
public record MixerArchitecture(
    @Doc("features of a token") @Range(min = 1) int embedDims,
    @Doc("number of blocks") @Range(min = 1) int numLayers,
    @Doc("size between the two linear maps over tokens") @Range(min = 1) int tokensMlpDims,
    @Doc("size between the two linear maps over features") @Range(min = 1) int channelsMlpDims) {
  private static final NamedValues<MixerArchitecture> NAMED =
      new NamedValues<MixerArchitecture>(
              "arch", "embed_dims, num_layers, tokens_mlp_dims and channels_mlp_dims")
          .with(new MixerArchitecture(512, 8, 256, 2048), "s", "small")
          .with(new MixerArchitecture(768, 12, 384, 3072), "b", "base")
          .with(new MixerArchitecture(1024, 24, 512, 4096), "l", "large");

  /**
   * Finds an architecture by its name, whose case does not count.
   *
   * @param name the name, for example {@code base}
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that name
   */
  @Shorthand
  public static MixerArchitecture of(String name) {
    return NAMED.get(name);
  }
}
