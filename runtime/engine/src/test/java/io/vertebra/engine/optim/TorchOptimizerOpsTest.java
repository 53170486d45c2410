package io.vertebra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.train.UpdateScript;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.MomentumSgd;
import io.vertebra.engine.torch.TensorList;
import io.vertebra.engine.torch.TorchException;
import io.vertebra.engine.torch.TorchRuntime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TorchOptimizerOpsTest {
  private static final String DESCENT =
      """
      def update_(self, parameters: List[Tensor], gradients: List[Tensor], lr: float,
                  nesterov: float) -> None:
          if nesterov != 0.:
              torch._foreach_add_(parameters, gradients, alpha=-2. * lr)
          else:
              torch._foreach_add_(parameters, gradients, alpha=-lr)
      """;

  private final TorchRuntime runtime = Engines.services().runtime();
  private final NDManager manager = runtime.newManager(Device.cpu());
  private final TorchOptimizerOps ops = new TorchOptimizerOps(runtime, new MomentumSgd());
  private final NDArray parameter = manager.create(new float[] {1, 2});
  private final TensorList parameters = TensorList.of(runtime, List.of(parameter));

  @AfterEach
  void close() {
    parameters.close();
    ops.close();
    manager.close();
  }

  @Test
  void aScriptChangesArraysThatRequireGradients() {
    parameter.setRequiresGradient(true);
    ops.run(new UpdateScript("descent", DESCENT), List.of(parameters, parameters), 0.5, 0);
    ops.run(new UpdateScript("descent", DESCENT), List.of(parameters, parameters), 0.25, 1);
    assertThat(parameter.toFloatArray()).containsExactly(0.25f, 0.5f);
  }

  @Test
  void aScriptThatDoesNotCompileIsNamedWithItsOptimizer() {
    UpdateScript script =
        new UpdateScript("broken", "def update_(self) -> None:\n    torch.nix()\n");
    assertThatThrownBy(() -> ops.run(script, List.of()))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("the script 'broken' of the optimizer")
        .hasMessageContaining("MomentumSgd")
        .hasMessageContaining("nix");
  }

  @Test
  void aScriptThatFailsIsNamedWithItsOptimizer() {
    UpdateScript script =
        new UpdateScript("descent", DESCENT.replace("alpha=-lr", "alpha=torch.zeros([2])"));
    assertThatThrownBy(() -> ops.run(script, List.of(parameters, parameters), 1, 0))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("the script 'descent' of the optimizer")
        .hasMessageContaining("MomentumSgd");
  }

  @Test
  void argumentsThatTheFunctionDoesNotTakeAreRefused() {
    UpdateScript script = new UpdateScript("descent", DESCENT);
    assertThatThrownBy(() -> ops.run(script, List.of(parameters, parameters), 1))
        .hasMessageContaining("the script 'descent'")
        .hasMessageContaining("nesterov");
  }

  @Test
  void listsOfOthersAreRefused() {
    assertThatThrownBy(() -> ops.run(new UpdateScript("descent", DESCENT), List.of(() -> 1)))
        .hasMessageContaining("not one that a parameter group gave");
  }
}
