package io.vertebra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.sun.jna.NativeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class TorchRuntimeTest {
  private final TorchRuntime runtime = Engines.runtime();

  @Test
  void startsOnceAndReturnsTheSame() {
    assertThat(TorchRuntime.start(TorchSettings.defaults())).isSameAs(runtime);
  }

  @Test
  void refusesToStartAgainWithOtherSettings() {
    TorchSettings other = new TorchSettings(runtime.settings().intraOpThreads() + 1);
    assertThatThrownBy(() -> TorchRuntime.start(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("runs with TorchSettings[intraOpThreads=")
        .hasMessageContaining("start it once per process");
  }

  @Test
  void refusesNoThreads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TorchSettings(0))
        .withMessage("intraOpThreads is 0; it must be at least 1");
  }

  @Test
  void tellsWhatItIs() {
    assertThat(runtime.version()).isEqualTo("2.7.1");
    assertThat(runtime.libraryPath()).isDirectory();
    assertThat(runtime.devices()).contains(Device.cpu());
    assertThat(runtime.intraOpThreads()).isEqualTo(runtime.settings().intraOpThreads());
    assertThat(runtime.interOpThreads()).isPositive();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void letsIdleThreadsSleepSoonUnlessTheEnvironmentSaysOtherwise() {
    assumeThat(System.getenv("OMP_WAIT_POLICY")).isNull();
    assertThat(environment("OMP_WAIT_POLICY")).isEqualTo("passive");
    String spins = System.getenv("GOMP_SPINCOUNT");
    assertThat(environment("GOMP_SPINCOUNT")).isEqualTo(spins == null ? "1000" : spins);
  }

  private static String environment(String name) {
    Object[] arguments = {name};
    return NativeLibrary.getProcess().getFunction("getenv").invokeString(arguments, false);
  }

  @Test
  void drawsTheSameNumbersAfterTheSameSeed() {
    try (NDManager manager = Engines.newManager()) {
      runtime.seed(3_000_000_000L);
      NDArray first = manager.randomNormal(new Shape(5));
      runtime.seed(3_000_000_000L);
      NDArray second = manager.randomNormal(new Shape(5));
      assertThat(second.toFloatArray()).containsExactly(first.toFloatArray());
    }
  }

  @Test
  void compilesTheTextBesideAClassOnce() {
    assertThat(runtime.module(TensorList.class, "lists"))
        .isSameAs(runtime.module(TorchRuntimeTest.class, "lists"));
  }

  @Test
  void namesTheTextThatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> runtime.module(TorchRuntimeTest.class, "missing"))
        .withMessage("There is no file 'missing.py' beside " + TorchRuntimeTest.class.getName());
  }
}
