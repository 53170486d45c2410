package io.vertebra.engine.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.safetensors.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by torch 2.7.1. */
final class TorchFileTest {
  @TempDir private Path folder;

  private static Path resource(String name) {
    return Path.of("src/test/resources/io/vertebra/engine/pickle", name);
  }

  private static List<Float> floats(TorchFile file, String name) throws IOException {
    ByteBuffer data = file.data(name).order(ByteOrder.LITTLE_ENDIAN);
    List<Float> values = new ArrayList<>();
    while (data.hasRemaining()) {
      values.add(data.getFloat());
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip.pth", "legacy.pth"})
  void tensorsComeWithTheirShapesWhateverTheirStrides(String name) throws IOException {
    try (TorchFile file = TorchFile.open(resource(name))) {
      assertThat(file.names()).hasSize(17).startsWith("weight", "shared", "transposed");
      assertThat(file.place()).isEmpty();
      assertThat(file.info("weight").shape()).containsExactly(4L, 6L);
      assertThat(floats(file, "weight")).hasSize(24).startsWith(0f, 1f, 2f).endsWith(23f);
      assertThat(floats(file, "shared")).containsExactly(6f, 7f, 8f, 9f, 10f, 11f);
      assertThat(file.info("transposed").shape()).containsExactly(6L, 4L);
      assertThat(floats(file, "transposed")).startsWith(0f, 6f, 12f, 18f, 1f).endsWith(23f);
      assertThat(floats(file, "column")).containsExactly(1f, 7f, 13f, 19f);
      assertThat(floats(file, "expanded")).containsExactly(5f, 5f, 5f);
      assertThat(floats(file, "parameter")).containsExactly(1.5f, 2.5f);
      assertThat(file.info("scalar").shape()).isEmpty();
      assertThat(file.data("scalar").order(ByteOrder.LITTLE_ENDIAN).getLong()).isEqualTo(7);
      assertThat(file.info("empty").shape()).containsExactly(0L, 3L);
      assertThat(file.data("empty").remaining()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip.pth", "legacy.pth"})
  void allTypesOfElementsAreRead(String name) throws IOException {
    try (TorchFile file = TorchFile.open(resource(name))) {
      for (String type : List.of("f64", "f16", "bf16", "i64", "i32", "i16", "i8", "u8")) {
        ElementType expected = ElementType.valueOf(type.toUpperCase(java.util.Locale.ROOT));
        assertThat(file.info(type).type()).isEqualTo(expected);
        assertThat(file.data(type).remaining()).isEqualTo(3 * expected.bytes());
      }
      assertThat(file.info("bool").type()).isEqualTo(ElementType.BOOL);
      assertThat(file.data("bf16").order(ByteOrder.LITTLE_ENDIAN).getShort())
          .isEqualTo((short) 0x3F80);
      assertThat(file.data("f64").order(ByteOrder.LITTLE_ENDIAN).getDouble()).isEqualTo(1);
    }
  }

  @Test
  void theStateDictOfATrainingIsFoundWithoutThePrefixOfItsWrapper() throws IOException {
    try (TorchFile file = TorchFile.open(resource("training.pth"))) {
      assertThat(file.place()).isEqualTo("state_dict");
      assertThat(file.names()).containsExactly("fc.weight", "fc.bias");
      assertThat(file.classes()).containsExactly("ant", "bee");
      assertThat(floats(file, "fc.weight")).containsExactly(1f, 2f);
      assertThatThrownBy(() -> file.info("fc.gain")).hasMessageContaining("no tensor 'fc.gain'");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-tensors.pth | the file has no tensors: it has the keys [epoch, best]
          module.pth     | the file asks for 'torch.nn.modules.linear.Linear'
          script.pt      | the file is a TorchScript program
          """)
  void whatIsNoStateDictIsRefusedWithWhatItIs(String name, String message) {
    assertThatThrownBy(() -> TorchFile.open(resource(name)))
        .isInstanceOf(PickleException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip.pth", "legacy.pth", "training.pth"})
  void aFileThatIsCutAnywhereIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(resource(name));
    Path cut = folder.resolve("cut.pth");
    for (int length = 2; length < whole.length; length += 31) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TorchFile.open(cut).close()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFileWithAChangedByteIsReadOrRefused() throws IOException {
    byte[] whole = Files.readAllBytes(resource("legacy.pth"));
    Path changed = folder.resolve("changed.pth");
    for (int place = 0; place < whole.length; place += 5) {
      byte[] copy = whole.clone();
      copy[place] ^= (byte) (1 << (place % Byte.SIZE));
      Files.write(changed, copy);
      try (TorchFile file = TorchFile.open(changed)) {
        for (String name : file.names()) {
          file.data(name);
        }
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }
}
