package io.vertebra.engine.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.file.AtomicFile;
import io.vertebra.engine.safetensors.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NumpyArrayTest {
  @TempDir private Path folder;

  private Path write(NumpyArray array) throws IOException {
    Path file = folder.resolve("x.npy");
    AtomicFile.write(file, array::writeTo);
    return file;
  }

  private static NumpyArray floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return new NumpyArray(ElementType.F32, List.of((long) values.length), bytes);
  }

  @Test
  void whatIsWrittenIsReadAndBeginsAsNumpyWritesIt() throws IOException {
    Path file = write(floats(1.5f, -2));

    NumpyArray read = NumpyArray.read(file);
    assertThat(read.type()).isEqualTo(ElementType.F32);
    assertThat(read.shape()).containsExactly(2L);
    assertThat(read.values().getFloat(4)).isEqualTo(-2);
    assertThat(new String(Files.readAllBytes(file), 0, 128, StandardCharsets.ISO_8859_1))
        .isEqualTo(
            "\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f4', 'fortran_order': False,"
                + " 'shape': (2,), }"
                + " ".repeat(60)
                + "\n");
  }

  @Test
  void bytesHaveNoOrder() throws IOException {
    Path file = write(new NumpyArray(ElementType.U8, List.of(1L, 3L), ByteBuffer.allocate(3)));
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("'descr': '|u1'")
        .contains("(1, 3)");
    assertThat(NumpyArray.read(file).size()).isEqualTo(3);
  }

  @Test
  void aFileThatIsCutShortIsRefused() throws IOException {
    Path file = write(floats(1, 2));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));
    assertThatThrownBy(() -> NumpyArray.read(file))
        .isInstanceOf(NumpyException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("shape [2] have 8 bytes, but there are 5");
  }

  @Test
  void elementsThatNumpyHasNotAreRefused() {
    NumpyArray array = new NumpyArray(ElementType.BF16, List.of(1L), ByteBuffer.allocate(2));
    assertThatThrownBy(() -> write(array)).hasMessageContaining("NumPy has no elements of BF16");
  }
}
