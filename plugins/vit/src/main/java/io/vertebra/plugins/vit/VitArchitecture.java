package io.vertebra.plugins.vit;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.NamedValues;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;

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
  private static final NamedValues<VitArchitecture> NAMED =
      new NamedValues<VitArchitecture>(
              "arch", "embed_dims, num_layers, num_heads and feedforward_channels")
          .with(new VitArchitecture(768, 8, 8, 2304), "s", "small")
          .with(
              new VitArchitecture(768, 12, 12, 3072),
              "b",
              "base",
              "deit-b",
              "deit-base",
              "dinov2-b",
              "dinov2-base")
          .with(new VitArchitecture(1024, 24, 16, 4096), "l", "large", "dinov2-l", "dinov2-large")
          .with(new VitArchitecture(1280, 32, 16, 5120), "h", "huge")
          .with(new VitArchitecture(1408, 40, 16, 6144), "eva-g", "eva-giant")
          .with(new VitArchitecture(192, 12, 3, 768), "deit-t", "deit-tiny")
          .with(
              new VitArchitecture(384, 12, 6, 1536),
              "deit-s",
              "deit-small",
              "dinov2-s",
              "dinov2-small")
          .with(new VitArchitecture(1536, 40, 24, 6144), "dinov2-g", "dinov2-giant");

  /**
   * Finds an architecture by its name, whose case does not count.
   *
   * @param name the name, for example {@code base}
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that name
   */
  @Shorthand
  public static VitArchitecture of(String name) {
    return NAMED.get(name);
  }
}
