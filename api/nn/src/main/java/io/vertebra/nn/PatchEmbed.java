package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import java.util.Optional;

/**
 * Cuts images into patches and maps each to features by one convolution, {@code
 * mmcv.cnn.bricks.transformer.PatchEmbed}: N x C x H x W to N x L x K, row by row. A norm may
 * follow, named {@code norm}.
 */
public final class PatchEmbed extends Layer {
  private final Conv2d projection;
  private final int features;
  private final SlidingWindow window;
  private final Optional<Norm> norm;

  /**
   * Makes the layer.
   *
   * @param patches what a patch is and becomes
   * @param norm normalises the features of each patch; empty for none
   */
  public PatchEmbed(Patches patches, Optional<Norm> norm) {
    this.window = patches.window();
    this.features = patches.features();
    ConvSettings settings =
        new ConvSettings(window.stride(), IntPair.of(0), window.dilation(), /* groups= */ 1);
    this.projection =
        addModule(
            "projection",
            patches
                .convolution()
                .create(patches.inChannels(), features, window.kernel(), settings, patches.bias()));
    this.norm = norm;
    norm.ifPresent(layer -> addModule("norm", layer));
  }

  /**
   * What a patch is and becomes.
   *
   * @param inChannels channels of the images
   * @param features features of a patch
   * @param window where patches lie
   * @param convolution the kind of convolution
   * @param bias whether the convolution has a bias
   */
  public record Patches(
      int inChannels, int features, SlidingWindow window, ConvType convolution, boolean bias) {
    /**
     * Patches that lie side by side. Images that they do not divide get zeros at the right and at
     * the bottom.
     *
     * @param inChannels channels of the images
     * @param features features of a patch
     * @param size height and width of a patch
     * @param bias whether the convolution has a bias
     */
    public Patches(int inChannels, int features, IntPair size, boolean bias) {
      this(inChannels, features, new SlidingWindow(size), ConvType.CONV_2D, bias);
    }
  }

  /**
   * How many patches an image has.
   *
   * @param size height and width of the image
   * @return rows and columns of patches
   */
  public IntPair grid(IntPair size) {
    return window.places(size);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = projection.forward(context, window.pad(context, input));
    NDArray rows = map.reshape(map.getShape().get(0), features, -1).transpose(0, 2, 1);
    return norm.isPresent() ? norm.get().forward(context, rows) : rows;
  }
}
