package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.options.IntPair;
import java.util.Optional;

/**
 * Cuts images into patches and maps each to features by one convolution, {@code
 * mmcv.cnn.bricks.transformer.PatchEmbed}: N x C x H x W to N x L x K, row by row. Images that the
 * patches do not divide get zeros at the right and at the bottom. A norm may follow, named {@code
 * norm}.
 */
public final class PatchEmbed extends Layer {
  private final Conv2d projection;
  private final int features;
  private final IntPair kernel;
  private final IntPair stride;
  private final Optional<Norm> norm;

  /**
   * Makes the layer.
   *
   * @param inChannels channels of the images
   * @param patches what a patch is and becomes
   * @param norm normalises the features of each patch; empty for none
   */
  public PatchEmbed(int inChannels, Patches patches, Optional<Norm> norm) {
    ConvSettings settings = new ConvSettings(patches.stride(), IntPair.of(0), IntPair.of(1), 1);
    this.projection =
        addModule(
            "projection",
            new Conv2d(inChannels, patches.features(), patches.kernel(), settings, patches.bias()));
    this.features = patches.features();
    this.kernel = patches.kernel();
    this.stride = patches.stride();
    this.norm = norm;
    norm.ifPresent(layer -> addModule("norm", layer));
  }

  /**
   * What a patch is and becomes.
   *
   * @param features features of a patch
   * @param kernel height and width of a patch
   * @param stride the distance between patches
   * @param bias whether the convolution has a bias
   */
  public record Patches(int features, IntPair kernel, IntPair stride, boolean bias) {}

  /**
   * How many patches an image has.
   *
   * @param size height and width of the image
   * @return rows and columns of patches
   */
  public IntPair grid(IntPair size) {
    return new IntPair(
        patches(size.first(), kernel.first(), stride.first()),
        patches(size.second(), kernel.second(), stride.second()));
  }

  private static int patches(int size, int kernel, int stride) {
    int padded = size + padding(size, kernel, stride);
    return (padded - kernel) / stride + 1;
  }

  /** What is added so that the last patch begins within the image and is whole. */
  private static int padding(int size, int kernel, int stride) {
    int steps = (size + stride - 1) / stride;
    return Math.max((steps - 1) * stride + kernel - size, 0);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = projection.forward(context, padded(context, input));
    NDArray rows = map.reshape(map.getShape().get(0), features, -1).transpose(0, 2, 1);
    return norm.isPresent() ? norm.get().forward(context, rows) : rows;
  }

  private NDArray padded(Context context, NDArray images) {
    Shape shape = images.getShape();
    int bottom = padding((int) shape.get(2), kernel.first(), stride.first());
    int right = padding((int) shape.get(3), kernel.second(), stride.second());
    return bottom == 0 && right == 0
        ? images
        : context.ops().pad2d(images, IntPair.of(0), new IntPair(bottom, right));
  }
}
