package io.vertebra.nn;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import java.util.Optional;

/**
 * Options of the convolution of a {@link PatchEmbed}, those of {@code patch_cfg} of MMPretrain but
 * its norm. What is left out is as the network has it.
 *
 * @param inChannels channels of the images
 * @param convType the kind of convolution
 * @param kernelSize height and width of a patch
 * @param stride the distance between patches
 * @param padding how images are padded
 * @param dilation the distance between the taps of the convolution
 * @param bias whether the convolution has a bias
 */
public record PatchWindow(
    @Doc("channels of the images; as the network has it where it is left out") @Range(min = 1)
        Optional<Integer> inChannels,
    @Doc("kind of convolution") @Default("Conv2d") ConvType convType,
    @Doc("height and width of a patch; patch_size where it is left out") @Range(min = 1)
        Optional<IntPair> kernelSize,
    @Doc("distance between patches; patch_size where it is left out") @Range(min = 1)
        Optional<IntPair> stride,
    @Doc(
            "zeros around images: as many as patches need to cover them, at the right and bottom"
                + " (corner) or on all sides (same), or a number of rows and columns for each side")
        @Default("corner")
        WindowPadding padding,
    @Doc("distance between the taps of the convolution") @Default("1") @Range(min = 1)
        IntPair dilation,
    @Doc("whether the convolution has a bias; as the network has it where it is left out")
        Optional<Boolean> bias) {
  /** Options that change nothing. */
  public static final PatchWindow UNCHANGED =
      new PatchWindow(
          Optional.empty(),
          ConvType.CONV_2D,
          Optional.empty(),
          Optional.empty(),
          WindowPadding.CORNER,
          IntPair.of(1),
          Optional.empty());

  /**
   * Puts what the options say in the place of what the network says.
   *
   * @param patches what the network says
   * @return what a patch is and becomes
   */
  public PatchEmbed.Patches over(PatchEmbed.Patches patches) {
    SlidingWindow window =
        new SlidingWindow(
            kernelSize.orElse(patches.window().kernel()),
            stride.orElse(patches.window().stride()),
            padding,
            dilation);
    return new PatchEmbed.Patches(
        inChannels.orElse(patches.inChannels()),
        patches.features(),
        window,
        convType,
        bias.orElse(patches.bias()));
  }
}
