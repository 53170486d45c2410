package io.vertebra.plugins.regnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.Conv2d;

/**
 * Squeeze-and-excitation (Hu et al., 2018) with the names and first weights of torchvision, {@code
 * fc1} and {@code fc2}: N x C x H x W to the same shape.
 */
final class RegNetGate extends Layer {
  private final Conv2d squeeze;
  private final Conv2d excite;

  RegNetGate(int channels, int squeezed) {
    this.squeeze = addModule("fc1", map(channels, squeezed));
    this.excite = addModule("fc2", map(squeezed, channels));
  }

  /** Torchvision leaves the biases as PyTorch makes them. */
  private static Conv2d map(int in, int out) {
    Conv2d convolution = new Conv2d(in, out, 1);
    convolution.parameters().get("weight").initializeWith(Distribution.kaimingNormal(out));
    return convolution;
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray means = context.ops().globalAvgPool2d(input);
    Shape shape = means.getShape();
    NDArray map = means.reshape(shape.get(0), shape.get(1), 1, 1);
    NDArray squeezed = context.ops().relu(squeeze.forward(context, map));
    return input.mul(context.ops().sigmoid(excite.forward(context, squeezed)));
  }
}
