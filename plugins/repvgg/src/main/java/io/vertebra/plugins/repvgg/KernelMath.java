package io.vertebra.plugins.repvgg;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Ops;
import io.vertebra.api.options.IntPair;
import java.util.Map;

/**
 * Turns convolutions with a batch norm into ones with a bias, by its running statistics.
 *
 * @param ops the operations
 * @param state the arrays by name
 * @param block what the names of the block start with, with the dot
 */
record KernelMath(Ops ops, Map<String, NDArray> state, String block) {
  /** A branch of a convolution and its norm. */
  Kernel normed(String branch, double epsilon) {
    return scaled(widened(array(branch, "conv.weight")), branch + ".norm", epsilon);
  }

  /** A branch of a norm alone, as a convolution that gives its input. */
  Kernel identity(String branch, BlockShape shape, double epsilon) {
    int outChannels = shape.outChannels();
    int groupChannels = shape.inChannels() / shape.groups();
    float[] ones = new float[outChannels * groupChannels];
    for (int i = 0; i < outChannels; i++) {
      ones[i * groupChannels + i % groupChannels] = 1;
    }
    NDArray weight =
        array(branch, "weight")
            .getManager()
            .create(ones, new Shape(outChannels, groupChannels, 1, 1));
    return scaled(widened(weight), branch, epsilon);
  }

  /** A 1 x 1 kernel in the middle of a 3 x 3 one. */
  private NDArray widened(NDArray weight) {
    return weight.getShape().get(2) == 3 ? weight : ops.pad2d(weight, IntPair.of(1), IntPair.of(1));
  }

  private Kernel scaled(NDArray weight, String norm, double epsilon) {
    NDArray deviation = array(norm, "running_var").add(epsilon).sqrt();
    NDArray scale = array(norm, "weight").div(deviation);
    NDArray bias = array(norm, "bias").sub(array(norm, "running_mean").mul(scale));
    return new Kernel(weight.mul(scale.reshape(-1, 1, 1, 1)), bias);
  }

  private NDArray array(String module, String name) {
    return state.get(block + module + "." + name);
  }
}
