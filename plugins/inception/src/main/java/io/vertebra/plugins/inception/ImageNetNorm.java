package io.vertebra.plugins.inception;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import java.util.ArrayList;
import java.util.List;

/** The normalisation of images by mean and deviation of ImageNet's, in units of 255. */
final class ImageNetNorm {
  private static final List<Double> MEANS = List.of(0.485, 0.456, 0.406);
  private static final List<Double> DEVIATIONS = List.of(0.229, 0.224, 0.225);
  private static final double HALF = 0.5;

  private ImageNetNorm() {}

  /** Normalises by a mean and a deviation of 0.5 instead: N x 3 x H x W to the same shape. */
  static NDArray toHalves(Context context, NDArray images) {
    List<NDArray> channels = new ArrayList<>();
    for (NDArray channel : context.ops().split(images, List.of(1, 1, 1), 1)) {
      int index = channels.size();
      double scale = DEVIATIONS.get(index) / HALF;
      double shift = (MEANS.get(index) - HALF) / HALF;
      channels.add(channel.mul(scale).add(shift));
    }
    return context.ops().concat(channels, 1);
  }
}
