package io.vertebra.engine.train;

import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.api.train.TensorList;
import io.vertebra.engine.torch.FusedSgd;
import io.vertebra.engine.torch.SgdOptions;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.List;

/** Updates on the native library. */
final class TorchOptimizerOps implements OptimizerOps, AutoCloseable {
  private final FusedSgd sgd;
  private final io.vertebra.engine.torch.TensorList none;

  TorchOptimizerOps(TorchRuntime runtime) {
    this.sgd = new FusedSgd(runtime);
    this.none = io.vertebra.engine.torch.TensorList.of(runtime, List.of());
  }

  @Override
  public void sgd(ParameterGroup group, TensorList momentum, SgdSettings settings) {
    SgdOptions options =
        new SgdOptions(
            settings.learningRate(),
            settings.momentum(),
            settings.dampening(),
            settings.weightDecay(),
            settings.nesterov(),
            false);
    sgd.update(
        nativeList(group.parameters()),
        nativeList(group.gradients()),
        momentum == null ? none : nativeList(momentum),
        options,
        group.step() == 0);
  }

  private static io.vertebra.engine.torch.TensorList nativeList(TensorList list) {
    if (list instanceof io.vertebra.engine.torch.TensorList nativeList) {
      return nativeList;
    }
    throw new IllegalArgumentException("the list is not one that a parameter group gave");
  }

  @Override
  public void close() {
    none.close();
  }
}
