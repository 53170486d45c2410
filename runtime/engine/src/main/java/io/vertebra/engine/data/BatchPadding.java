package io.vertebra.engine.data;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.Ops;
import io.vertebra.api.model.Padding;
import io.vertebra.api.options.IntPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Pads prepared images at the right and the bottom, as {@code ClsDataPreprocessor} of MMPretrain
 * does for a list of images: to the largest of the batch, then to a multiple of a divisor.
 *
 * @param padding how
 * @param ops the operations
 */
public record BatchPadding(Padding padding, Ops ops) {
  /** Makes the step. */
  public BatchPadding {
    requireNonNull(padding, "padding is null");
    requireNonNull(ops, "ops is null");
  }

  /**
   * Pads.
   *
   * @param samples the images as they were loaded
   * @param prepared the same images as the data preprocessor gave them, N x C x H x W, float32
   * @return a batch whose images are all of one size; where none is smaller, the same arrays
   */
  public Batch apply(HostBatch samples, Batch prepared) {
    List<NDArray> views = new ArrayList<>();
    for (int view = 0; view < prepared.views().size(); view++) {
      views.add(pad(samples.sizes(view), prepared.views().get(view)));
    }
    return prepared.withViews(views);
  }

  private NDArray pad(List<ImageSize> sizes, NDArray planes) {
    ImageSize stacked = ImageSize.around(sizes);
    int height = padding.padded(stacked.height());
    int width = padding.padded(stacked.width());
    ImageSize wanted = new ImageSize(height, width, stacked.channels());
    if (sizes.stream().allMatch(wanted::equals)) {
      return planes;
    }
    IntPair missing = new IntPair(height - stacked.height(), width - stacked.width());
    NDArray grown = ops.pad2d(planes, IntPair.of(0), missing);
    NDArray inside =
        inside(planes.getManager(), sizes, ImageSize::height, height)
            .reshape(sizes.size(), 1, height, 1)
            .mul(
                inside(planes.getManager(), sizes, ImageSize::width, width)
                    .reshape(sizes.size(), 1, 1, width));
    NDArray added = inside.neg().add(1).mul((float) padding.value());
    return grown.mul(inside).add(added);
  }

  /** For each image and each row or column 1 where the image has it, and 0 where it is padded. */
  private static NDArray inside(
      NDManager manager, List<ImageSize> sizes, ToIntFunction<ImageSize> length, int padded) {
    float[] values = new float[sizes.size() * padded];
    for (int i = 0; i < sizes.size(); i++) {
      Arrays.fill(values, i * padded, i * padded + length.applyAsInt(sizes.get(i)), 1);
    }
    return manager.create(values, new Shape(sizes.size(), padded));
  }
}
