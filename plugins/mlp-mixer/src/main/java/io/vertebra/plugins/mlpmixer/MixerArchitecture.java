package io.vertebra.plugins.mlpmixer;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
  private static final Map<String, MixerArchitecture> NAMED = named();

  private static Map<String, MixerArchitecture> named() {
    Map<String, MixerArchitecture> named = new TreeMap<>();
    put(named, new MixerArchitecture(512, 8, 256, 2048), "s", "small");
    put(named, new MixerArchitecture(768, 12, 384, 3072), "b", "base");
    put(named, new MixerArchitecture(1024, 24, 512, 4096), "l", "large");
    return named;
  }

  private static void put(
      Map<String, MixerArchitecture> named, MixerArchitecture architecture, String... names) {
    for (String name : names) {
      named.put(name, architecture);
    }
  }

  /**
   * Finds an architecture by its name, whose case does not count.
   *
   * @param name the name, for example {@code base}
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that name
   */
  @Shorthand
  public static MixerArchitecture of(String name) {
    MixerArchitecture found = NAMED.get(name.toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new IllegalArgumentException(
          "arch is '"
              + name
              + "', but must be one of "
              + NAMED.keySet()
              + " or a mapping with embed_dims, num_layers, tokens_mlp_dims and"
              + " channels_mlp_dims");
    }
    return found;
  }
}
