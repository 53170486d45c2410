package io.vertebra.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.data.Target;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TargetArraysTest {
  private static final Target SET = new Target.ManyLabels(1, 0.5f, -1);

  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());

  @Test
  void labelsAreIndicesWithMinusOneForNone() {
    try (NDManager manager = runtime.newManager(Device.cpu())) {
      Batch batch = batch(manager, Target.of(3), Target.UNKNOWN);
      assertThat(batch.targets().toLongArray()).containsExactly(3, -1);
      assertThat(batch.taskTargets()).isEmpty();
    }
  }

  @Test
  void setsMakeAllTargetsScores() {
    try (NDManager manager = runtime.newManager(Device.cpu())) {
      Batch batch = batch(manager, Target.of(2), SET, Target.UNKNOWN);
      assertThat(batch.targets().getShape().getShape()).containsExactly(3, 3);
      assertThat(batch.targets().toFloatArray()).containsExactly(0, 0, 1, 1, 0.5f, -1, -1, -1, -1);
    }
  }

  @Test
  void tasksHaveArraysOfTheirOwn() {
    try (NDManager manager = runtime.newManager(Device.cpu())) {
      Batch batch =
          batch(
              manager,
              new Target.Tasks(Map.of("kind", Target.of(1))),
              new Target.Tasks(Map.of("wear", SET)));
      assertThat(batch.targets()).isNull();
      assertThat(batch.taskTargets()).containsOnlyKeys("kind", "wear");
      assertThat(batch.taskTargets().get("kind").toLongArray()).containsExactly(1, -1);
      assertThat(batch.taskTargets().get("wear").toFloatArray())
          .containsExactly(-1, -1, -1, 1, 0.5f, -1);
    }
  }

  @Test
  void setsOfDifferentNumbersOfClassesDoNotGoTogether() {
    try (NDManager manager = runtime.newManager(Device.cpu())) {
      assertThatThrownBy(() -> batch(manager, SET, new Target.ManyLabels(1)))
          .hasMessageContaining("different numbers of classes");
    }
  }

  private static Batch batch(NDManager manager, Target... targets) {
    NDList views = new NDList(manager.zeros(new Shape(targets.length)));
    return new TargetArrays(manager).batch(views, List.of(targets), null);
  }
}
