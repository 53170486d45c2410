package io.vertebra.engine.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.safetensors.SafetensorsWriter.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsWriterTest {
  @TempDir private Path folder;

  @Test
  void writesWhatTheReaderReads() throws IOException {
    Path copy = folder.resolve("copy.safetensors");
    try (SafetensorsReader original = SafetensorsReader.open(Fixtures.allTypes())) {
      List<Tensor> tensors = new ArrayList<>();
      for (TensorInfo info : original.tensors()) {
        tensors.add(Tensor.of(info, original.data(info.name())));
      }
      SafetensorsWriter.write(copy, original.metadata(), tensors);
      try (SafetensorsReader read = SafetensorsReader.open(copy)) {
        assertThat(read.metadata()).isEqualTo(original.metadata());
        assertThat(read.tensors()).containsExactlyInAnyOrderElementsOf(original.tensors());
        for (String name : original.names()) {
          assertThat(read.data(name)).isEqualTo(original.data(name));
        }
      }
    }
  }

  @Test
  void alignsEveryElement() throws IOException {
    Path file = folder.resolve("a.safetensors");
    SafetensorsWriter.write(
        file,
        Map.of(),
        List.of(tensor("odd", ElementType.U8, 3), tensor("wide", ElementType.F64, 1)));
    try (SafetensorsReader reader = SafetensorsReader.open(file)) {
      assertThat(reader.names()).containsExactly("wide", "odd");
      assertThat(reader.data("wide").alignmentOffset(0, 8)).isZero();
    }
  }

  @Test
  void refusesTwoTensorsOfOneName() {
    List<Tensor> twice = List.of(tensor("a", ElementType.U8, 1), tensor("a", ElementType.I8, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SafetensorsWriter.write(folder.resolve("a"), Map.of(), twice))
        .withMessage("The tensor name 'a' is used twice or reserved");
  }

  @Test
  void refusesTheReservedName() {
    List<Tensor> reserved = List.of(tensor("__metadata__", ElementType.U8, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SafetensorsWriter.write(folder.resolve("a"), Map.of(), reserved))
        .withMessageContaining("reserved");
  }

  @Test
  void keepsTheOldFileWhenATensorGivesTooFewBytes() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    TensorInfo info = new TensorInfo("a", ElementType.F32, List.of(2L));
    List<Tensor> tooShort = List.of(Tensor.of(info, ByteBuffer.allocate(4)));
    assertThatThrownBy(() -> SafetensorsWriter.write(file, Map.of(), tooShort))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot write " + file + ": the tensor 'a' gave 4 bytes; F32 [2] takes 8");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a");
  }

  private static Tensor tensor(String name, ElementType type, long length) {
    TensorInfo info = new TensorInfo(name, type, List.of(length));
    return Tensor.of(info, ByteBuffer.allocate(Math.toIntExact(info.bytes())));
  }
}
