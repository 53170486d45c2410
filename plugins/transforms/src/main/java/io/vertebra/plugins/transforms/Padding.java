package io.vertebra.plugins.transforms;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Shorthand;
import io.vertebra.plugins.transforms.pixels.BorderMode;
import io.vertebra.plugins.transforms.pixels.Framing;
import java.util.List;
import java.util.Optional;

/**
 * What images are padded with.
 *
 * @param padVal the value of constant padding
 * @param paddingMode what stands beyond the edges
 */
public record Padding(
    @Doc("value of added pixels, or one for each channel, blue first; or {img: ...}") @Default("0")
        PadVal padVal,
    @Doc(
            "what is added: constant, edge (the pixel there), reflect (mirrored without it) or"
                + " symmetric (mirrored with it)")
        @Default("constant")
        BorderMode paddingMode) {
  /**
   * The value of added pixels.
   *
   * @param img that of images
   * @param seg that of maps of segments, which there are none of
   */
  public record PadVal(
      @Doc("value of each channel, or one for all") @Default("0") DoubleList img,
      @Doc("without effect: for configs that share their padding with segmentation")
          Optional<Double> seg) {
    /**
     * Makes the same value for all channels.
     *
     * @param value the value
     * @return the values
     */
    @Shorthand
    public static PadVal of(double value) {
      return new PadVal(DoubleList.of(value), Optional.empty());
    }

    /**
     * Makes values.
     *
     * @param values one for each channel
     * @return the values
     */
    @Shorthand
    public static PadVal of(List<Double> values) {
      return new PadVal(DoubleList.of(values), Optional.empty());
    }
  }

  Framing framing() {
    return new Framing(paddingMode, padVal.img().values());
  }
}
