package io.vertebra.plugins.batchaugments;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import java.util.Arrays;
import java.util.List;

/**
 * A batch, and for each of its samples the one that it is mixed with.
 *
 * @param batch the batch
 * @param images the images of the partners, N x C x H x W, a copy
 * @param targets the targets of the partners, N x classes, a copy
 */
record Partners(Batch batch, NDArray images, NDArray targets) {
  /** Pairs each sample with that of its place in an order. */
  static Partners of(Batch batch, long[] order) {
    NDArray index = batch.images().getManager().create(order);
    return new Partners(batch, batch.images().get(index), batch.targets().get(index));
  }

  /** The rows and columns of an image. */
  Shape imageShape() {
    return batch.images().getShape().slice(2);
  }

  /** The batch with these images, and with targets that keep so much of their own. */
  Batch mixed(NDArray newImages, double... shares) {
    return batch
        .withViews(List.of(newImages))
        .withTargets(weighted(batch.targets(), targets, shares));
  }

  /** Adds two arrays up, of which the first has these shares: one for all samples, or one each. */
  static NDArray weighted(NDArray own, NDArray other, double... shares) {
    if (shares.length == 1) {
      return own.mul((float) shares[0]).add(other.mul((float) (1 - shares[0])));
    }
    return own.mul(column(own, shares, 0, 1)).add(other.mul(column(own, shares, 1, -1)));
  }

  /** An array of {@code offset + factor * share} that has one value for each sample. */
  private static NDArray column(NDArray like, double[] shares, double offset, double factor) {
    float[] values = new float[shares.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (offset + factor * shares[i]);
    }
    long[] shape = new long[like.getShape().dimension()];
    Arrays.fill(shape, 1);
    shape[0] = values.length;
    return like.getManager().create(values, new Shape(shape));
  }
}
