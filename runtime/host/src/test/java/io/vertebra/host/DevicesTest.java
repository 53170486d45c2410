package io.vertebra.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DevicesTest {
  private static final List<Device> CPU_ALONE = List.of(Device.cpu());
  private static final List<Device> TWO_GPUS = List.of(Device.gpu(0), Device.gpu(1), Device.cpu());

  @Test
  void autoTakesTheFirstGpuAndTheCpuWhereThereIsNone() {
    assertThat(Devices.find("auto", TWO_GPUS)).isEqualTo(Device.gpu(0));
    assertThat(Devices.find("auto", CPU_ALONE)).isEqualTo(Device.cpu());
  }

  @Test
  void aDeviceIsFoundByItsName() {
    assertThat(Devices.find("cpu", TWO_GPUS)).isEqualTo(Device.cpu());
    assertThat(Devices.find("gpu", TWO_GPUS)).isEqualTo(Device.gpu(0));
    assertThat(Devices.find("gpu:1", TWO_GPUS)).isEqualTo(Device.gpu(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "gpu:0", "gpu:7"})
  void aGpuOnAMachineWithoutOneIsRefusedWithItsPossibleCauses(String name) {
    assertThatThrownBy(() -> Devices.find(name, CPU_ALONE))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("there is no device '" + name + "'; there is the cpu alone")
        .hasMessageContaining("--device auto")
        .hasMessageContaining("PYTORCH_LIBRARY_PATH");
  }

  @Test
  void aGpuBeyondThoseThatThereAreIsRefusedWithTheirNames() {
    assertThatThrownBy(() -> Devices.find("gpu:7", TWO_GPUS))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("there is no device 'gpu:7'; there are gpu:0, gpu:1, cpu")
        .hasMessageContaining("CUDA_VISIBLE_DEVICES")
        .hasMessageNotContaining("PYTORCH_LIBRARY_PATH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cuda", "cuda:0", "gpu:", "gpu:-1", "gpu:1000", "GPU"})
  void otherNamesAreRefusedWithThoseThatMayBe(String name) {
    assertThatThrownBy(() -> Devices.find(name, TWO_GPUS))
        .hasMessage("'" + name + "' is no device: expected auto, cpu, gpu or gpu:N");
  }
}
