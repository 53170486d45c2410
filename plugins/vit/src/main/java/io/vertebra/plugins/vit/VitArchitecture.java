package io.vertebra.plugins.vit;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The size of a Vision Transformer. The named ones are those of {@code
 * mmpretrain.models.VisionTransformer}.
 *
 * @param embedDims features of a token
 * @param numLayers how many encoder layers
 * @param numHeads how many heads the attention has
 * @param feedforwardChannels the size between the two maps of a feed-forward part
 */
public record VitArchitecture(
    @Doc("features of a token") @Range(min = 1) int embedDims,
    @Doc("number of encoder layers") @Range(min = 1) int numLayers,
    @Doc("number of heads; divides embed_dims") @Range(min = 1) int numHeads,
    @Doc("size between the two linear maps of a layer") @Range(min = 1) int feedforwardChannels) {
  private static final Map<String, VitArchitecture> NAMED = named();

  private static Map<String, VitArchitecture> named() {
    Map<String, VitArchitecture> named = new TreeMap<>();
    put(named, new VitArchitecture(768, 8, 8, 2304), "s", "small");
    put(named, new VitArchitecture(768, 12, 12, 3072), "b", "base");
    put(named, new VitArchitecture(1024, 24, 16, 4096), "l", "large");
    put(named, new VitArchitecture(1280, 32, 16, 5120), "h", "huge");
    put(named, new VitArchitecture(1408, 40, 16, 6144), "eva-g", "eva-giant");
    put(named, new VitArchitecture(192, 12, 3, 768), "deit-t", "deit-tiny");
    put(
        named,
        new VitArchitecture(384, 12, 6, 1536),
        "deit-s",
        "deit-small",
        "dinov2-s",
        "dinov2-small");
    put(named, named.get("base"), "deit-b", "deit-base", "dinov2-b", "dinov2-base");
    put(named, named.get("large"), "dinov2-l", "dinov2-large");
    put(named, new VitArchitecture(1536, 40, 24, 6144), "dinov2-g", "dinov2-giant");
    return named;
  }

  private static void put(
      Map<String, VitArchitecture> named, VitArchitecture architecture, String... names) {
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
  public static VitArchitecture of(String name) {
    VitArchitecture found = NAMED.get(name.toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new IllegalArgumentException(
          "arch is '"
              + name
              + "', but must be one of "
              + NAMED.keySet()
              + " or a mapping with embed_dims, num_layers, num_heads and feedforward_channels");
    }
    return found;
  }
}
