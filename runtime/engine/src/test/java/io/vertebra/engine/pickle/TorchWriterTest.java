package io.vertebra.engine.pickle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TorchWriterTest {
  @TempDir private Path folder;

  private static SafetensorsWriter.Tensor tensor(String name, ElementType type, Long... shape) {
    TensorInfo info = new TensorInfo(name, type, List.of(shape));
    ByteBuffer bytes = ByteBuffer.allocate((int) info.bytes());
    for (int i = 0; bytes.hasRemaining(); i++) {
      bytes.put((byte) (i % 2));
    }
    return SafetensorsWriter.Tensor.of(info, bytes.flip());
  }

  private static List<SafetensorsWriter.Tensor> ofEveryType() {
    List<SafetensorsWriter.Tensor> tensors =
        new ArrayList<>(
            Stream.of(ElementType.values()).map(type -> tensor(type.name(), type, 3L)).toList());
    tensors.add(tensor("layer.\u00fc", ElementType.F32, 2L, 300L, 5L));
    tensors.add(tensor("large", ElementType.U8, 70_000L));
    tensors.add(tensor("scalar", ElementType.I64));
    tensors.add(tensor("empty", ElementType.F32, 0L, 3L));
    return tensors;
  }

  @Test
  void whatIsWrittenIsReadBackInItsOrder() throws IOException {
    List<SafetensorsWriter.Tensor> tensors = ofEveryType();
    Path file = folder.resolve("all.pth");
    TorchWriter.write(file, tensors);

    try (TorchFile read = TorchFile.open(file)) {
      assertThat(read.names())
          .containsExactlyElementsOf(tensors.stream().map(each -> each.info().name()).toList());
      for (SafetensorsWriter.Tensor tensor : tensors) {
        String name = tensor.info().name();
        assertThat(read.info(name)).isEqualTo(tensor.info());
        byte[] bytes = new byte[read.data(name).remaining()];
        read.data(name).get(bytes);
        assertThat(bytes).hasSize((int) tensor.info().bytes());
        assertThat(bytes.length < 2 || bytes[1] == 1).as(name).isTrue();
      }
    }
  }

  /** PyTorch maps values into memory where they lie in the file. */
  @Test
  void valuesLieInTheFileAsTheyAreAtMultiplesOf64Bytes() throws IOException {
    byte[] values = "0123456789abcdef".getBytes(US_ASCII);
    TensorInfo info = new TensorInfo("x", ElementType.U8, List.of(16L));
    Path file = folder.resolve("one.pth");
    TorchWriter.write(file, List.of(SafetensorsWriter.Tensor.of(info, ByteBuffer.wrap(values))));

    byte[] all = Files.readAllBytes(file);
    int place = 0;
    while (!Arrays.equals(Arrays.copyOfRange(all, place, place + values.length), values)) {
      place += 64;
    }
    assertThat(place).isPositive();
    assertThat(ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt()).isEqualTo(0x04034b50);
  }

  @Test
  void theSameTensorsGiveTheSameFile() throws IOException {
    Path one = folder.resolve("one.pth");
    Path two = folder.resolve("two.pth");
    TorchWriter.write(one, ofEveryType());
    TorchWriter.write(two, ofEveryType());

    assertThat(one).hasSameBinaryContentAs(two);
  }

  @Test
  void aTensorThatGivesTooFewBytesLeavesNoFile() {
    TensorInfo info = new TensorInfo("x", ElementType.F32, List.of(4L));
    Path file = folder.resolve("bad.pth");
    SafetensorsWriter.Tensor tensor = SafetensorsWriter.Tensor.of(info, ByteBuffer.allocate(12));

    assertThatThrownBy(() -> TorchWriter.write(file, List.of(tensor)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Cannot write " + file);
    assertThat(folder).isEmptyDirectory();
  }
}
