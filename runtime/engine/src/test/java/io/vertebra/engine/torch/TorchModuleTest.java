package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TorchModuleTest {
  private static final String SOURCE =
      """
      # Comments and blank lines are allowed.
      def scale(self, x: Tensor, factor: float) -> Tensor:
          return x * factor

      def both(self, x: Tensor) -> Tuple[Tensor, Tensor]:
          return (x + 1, x + 2)

      def length(self, text: str, sizes: List[int], weights: List[float]) -> int:
          return torch.len(text) + torch.len(sizes) + torch.len(weights)

      def half(self, x: int) -> float:
          return x / 2

      def negate(self, x: bool) -> bool:
          return not x

      def fail(self, x: Tensor) -> None:
          ops.prim.RaiseException("on purpose")
      """;

  private final NDManager manager = Engines.newManager();
  private final TorchModule module = Engines.runtime().compile(manager, "Example", SOURCE);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void returnsTensors() {
    NDArray x = manager.create(new float[] {1, 2});
    assertThat(module.function("scale").array(manager, x, 3.0).toFloatArray())
        .containsExactly(3, 6);
    assertThat(module.function("both").arrays(manager, x).get(1).toFloatArray())
        .containsExactly(3, 4);
  }

  @Test
  void returnsPlainValues() {
    assertThat(module.function("length").integer("four", new long[] {1, 2}, new double[] {0.5}))
        .isEqualTo(7);
    assertThat(module.function("half").number(3)).isEqualTo(1.5);
    assertThat(module.function("negate").test(true)).isFalse();
  }

  @Test
  void reportsAFailureByTheNameOfTheFunction() {
    NDArray x = manager.create(1f);
    assertThatThrownBy(() -> module.function("fail").run(x))
        .isInstanceOf(TorchException.class)
        .hasMessageStartingWith("Example.fail failed: ")
        .hasMessageContaining("on purpose");
  }

  @Test
  void reportsAnUnknownFunction() {
    assertThatThrownBy(() -> module.function("missing").run())
        .isInstanceOf(TorchException.class)
        .hasMessageStartingWith("Example.missing failed: ")
        .hasMessageContaining("not defined");
  }

  @Test
  void reportsAnArgumentOfTheWrongNativeType() {
    assertThatThrownBy(() -> module.function("half").number(1.5))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("int");
  }

  @Test
  void refusesAnArgumentThatHasNoNativeForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> module.function("half").number('x'))
        .withMessageStartingWith("Argument 0 is java.lang.Character; allowed are NDArray");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> module.function("scale").array(manager, manager.create(1f), null))
        .withMessageStartingWith("Argument 1 is null");
  }

  @Test
  void reportsTextThatDoesNotCompile() {
    assertThatThrownBy(() -> Engines.runtime().compile(manager, "Broken", "def f(self: -> int"))
        .isInstanceOf(TorchException.class)
        .hasMessageStartingWith("The functions of 'Broken' do not compile: ");
  }
}
