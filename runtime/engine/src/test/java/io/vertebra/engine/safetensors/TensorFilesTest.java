package io.vertebra.engine.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.engine.safetensors.SafetensorsWriter.Tensor;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchRuntime;
import io.vertebra.engine.torch.TorchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TensorFilesTest {
  private final TorchRuntime runtime = TorchRuntime.start(TorchSettings.defaults());
  private final TensorFiles files = new TensorFiles(runtime);
  private final Tensors tensors = new Tensors(runtime);
  private final NDManager manager = runtime.newManager(Device.cpu());
  private SafetensorsReader reader;
  @TempDir private Path folder;

  @BeforeEach
  void open() throws IOException {
    reader = SafetensorsReader.open(Fixtures.allTypes());
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "weight.f32, FLOAT32, -2",
    "weight.f64, FLOAT64, -1e300",
    "weight.f16, FLOAT16, -2",
    "weight.bf16, BFLOAT16, -2",
    "index.i64, INT64, 7",
    "index.i32, INT32, 7",
    "index.i16, INT16, 7",
    "index.i8, INT8, 127",
    "index.u8, UINT8, 255",
    "mask.bool, BOOL, 0"
  })
  void readsAndLoadsEveryType(String name, ScalarType type, double second) throws IOException {
    NDArray read = files.read(manager, reader, name);
    assertThat(tensors.typeOf(read)).isEqualTo(type);
    assertThat(values(read)[1]).isEqualTo(second);
    NDArray target = tensors.toType(manager, manager.zeros(read.getShape()), ScalarType.FLOAT64);
    files.load(reader, name, target);
    assertThat(values(target)).containsExactly(values(read));
  }

  @Test
  void readsSingleNumbersAndNone() throws IOException {
    assertThat(files.read(manager, reader, "num_batches_tracked").getLong()).isEqualTo(42);
    assertThat(files.read(manager, reader, "empty").getShape()).isEqualTo(new Shape(0, 3));
    files.load(reader, "empty", manager.create(new Shape(0, 3)));
  }

  @Test
  void loadsIntoAParameterInPlace() throws IOException {
    NDArray parameter = manager.zeros(new Shape(2, 3));
    parameter.setRequiresGradient(true);
    NDArray same = tensors.detach(manager, parameter);
    files.load(reader, "weight.f32", parameter);
    assertThat(same.getFloat(0, 0)).isEqualTo(1.5f);
    assertThat(parameter.hasGradient()).isTrue();
  }

  @Test
  void refusesToLoadAnotherShape() {
    NDArray target = manager.zeros(new Shape(3, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> files.load(reader, "weight.f32", target))
        .withMessage(
            "The tensor 'weight.f32' has the shape (2, 3) in the file and (3, 2) in the network");
  }

  @Test
  void writesArraysOfEveryType() throws IOException {
    Path copy = folder.resolve("copy.safetensors");
    List<Tensor> written = new ArrayList<>();
    for (String name : reader.names()) {
      written.add(files.tensor(name, files.read(manager, reader, name)));
    }
    SafetensorsWriter.write(copy, Map.of(), written);
    try (SafetensorsReader read = SafetensorsReader.open(copy)) {
      assertThat(read.tensors()).containsExactlyInAnyOrderElementsOf(reader.tensors());
      for (String name : reader.names()) {
        assertThat(read.data(name)).isEqualTo(reader.data(name));
      }
    }
  }

  @Test
  void writesParametersAndViewsInOrderWithoutLeavingArraysBehind() throws IOException {
    Path file = folder.resolve("a.safetensors");
    NDArray parameter = manager.create(new float[][] {{1, 2}, {3, 4}}).transpose();
    parameter.setRequiresGradient(true);
    int before = manager.getManagedArrays().size();
    SafetensorsWriter.write(file, Map.of(), List.of(files.tensor("a", parameter)));
    assertThat(manager.getManagedArrays()).hasSize(before);
    try (SafetensorsReader read = SafetensorsReader.open(file)) {
      assertThat(read.data("a").getFloat(4)).isEqualTo(3);
    }
  }

  private double[] values(NDArray array) {
    return tensors.toType(manager, array, ScalarType.FLOAT64).toDoubleArray();
  }
}
