package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.engine.torch.TorchFunction;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.Arrays;

/** Makes arrays with the values that a network starts with. */
final class InitialValues {
  /** Beyond so many deviations nothing is ever drawn: the chance is below 1e-15. */
  private static final double UNREACHED = 8;

  private final NDManager manager;
  private final TorchFunction truncatedNormal;

  InitialValues(TorchRuntime runtime, NDManager manager) {
    this.manager = manager;
    this.truncatedNormal =
        runtime.module(InitialValues.class, "distributions").function("truncated_normal_");
  }

  /** Makes an array that belongs to the manager; draws from the generator of the native library. */
  NDArray draw(ModelTensor tensor) {
    Distribution initial = tensor.initial();
    if (initial instanceof Distribution.Uniform uniform) {
      return manager.randomUniform(
          (float) uniform.low(), (float) uniform.high(), tensor.shape(), tensor.dataType());
    }
    if (initial instanceof Distribution.Normal normal) {
      return normal(tensor, normal.mean(), normal.std());
    }
    if (initial instanceof Distribution.Computed computed) {
      return computed(tensor, computed);
    }
    return initial instanceof Distribution.TruncatedNormal truncated
        ? truncated(tensor, truncated)
        : constant(tensor, ((Distribution.Constant) initial).value());
  }

  /** Makes the same array with zeros in the place of drawn values. */
  NDArray undrawn(ModelTensor tensor) {
    Distribution initial = tensor.initial();
    boolean drawn =
        !(initial instanceof Distribution.Computed || initial instanceof Distribution.Constant);
    return drawn ? constant(tensor, 0) : draw(tensor);
  }

  private NDArray normal(ModelTensor tensor, double mean, double std) {
    return manager.randomNormal((float) mean, (float) std, tensor.shape(), tensor.dataType());
  }

  private NDArray truncated(ModelTensor tensor, Distribution.TruncatedNormal normal) {
    double reach = UNREACHED * normal.std();
    if (normal.low() < normal.mean() - reach && normal.high() > normal.mean() + reach) {
      return normal(tensor, normal.mean(), normal.std());
    }
    NDArray array = manager.create(tensor.shape(), tensor.dataType());
    truncatedNormal.run(array, normal.mean(), normal.std(), normal.low(), normal.high());
    return array;
  }

  private NDArray computed(ModelTensor tensor, Distribution.Computed computed) {
    int size = Math.toIntExact(tensor.shape().size());
    if (tensor.dataType() == DataType.INT64) {
      long[] numbers = new long[size];
      Arrays.setAll(numbers, place -> (long) computed.values().applyAsDouble(place));
      return manager.create(numbers, tensor.shape());
    }
    float[] numbers = new float[size];
    for (int place = 0; place < size; place++) {
      numbers[place] = (float) computed.values().applyAsDouble(place);
    }
    return manager.create(numbers, tensor.shape());
  }

  private NDArray constant(ModelTensor tensor, double value) {
    if (value == 0) {
      return manager.zeros(tensor.shape(), tensor.dataType());
    }
    NDArray array = manager.ones(tensor.shape(), tensor.dataType());
    return value == 1 ? array : array.muli(value);
  }
}
