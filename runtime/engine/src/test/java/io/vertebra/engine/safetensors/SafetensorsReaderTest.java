package io.vertebra.engine.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafetensorsReaderTest {
  @TempDir private Path folder;

  @Test
  void tellsWhatIsInTheFile() throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(Fixtures.allTypes())) {
      assertThat(reader.metadata()).containsEntry("format", "pt").containsEntry("epoch", "3 é");
      assertThat(reader.names()).hasSize(12).contains("weight.bf16");
      assertThat(reader.tensors()).contains(reader.info("mask.bool"));
      assertThat(reader.info("weight.f32"))
          .isEqualTo(new TensorInfo("weight.f32", ElementType.F32, List.of(2L, 3L)));
      assertThat(reader.info("num_batches_tracked").shape()).isEmpty();
    }
  }

  @Test
  void mapsTensorsThatOutliveTheReader() throws IOException {
    ByteBuffer data;
    try (SafetensorsReader reader = SafetensorsReader.open(Fixtures.allTypes())) {
      data = reader.data("weight.f32");
      assertThat(reader.data("empty").remaining()).isZero();
      assertThat(reader.data("num_batches_tracked").getLong()).isEqualTo(42);
    }
    assertThat(data.isDirect()).isTrue();
    assertThat(data.isReadOnly()).isTrue();
    assertThat(data.remaining()).isEqualTo(24);
    assertThat(data.getFloat(4)).isEqualTo(-2);
  }

  @Test
  void listsTheNamesWhenOneIsMissing() throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(Fixtures.allTypes())) {
      assertThatThrownBy(() -> reader.data("weight"))
          .isInstanceOf(SafetensorsException.class)
          .hasMessageContaining("all-types.safetensors: no tensor 'weight' among 12: [")
          .hasMessageContaining("weight.f32");
    }
  }

  @Test
  void refusesEveryCutOfAFile() throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.allTypes());
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> SafetensorsReader.open(cut))
          .isInstanceOf(SafetensorsException.class)
          .hasMessageStartingWith(cut + ": ");
    }
  }

  @Test
  void refusesAFileThatIsTooLong() throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.allTypes());
    Path file = Files.write(folder.resolve("long"), Arrays.copyOf(whole, whole.length + 3));
    assertThatThrownBy(() -> SafetensorsReader.open(file))
        .hasMessageMatching(".*: the tensors end at byte \\d+ of \\d+ bytes of data");
  }

  @ParameterizedTest
  @CsvSource({
    "100000001, the header would have 100000001 bytes; at most 100000000 are read",
    "-1, the header would have 18446744073709551615 bytes; at most 100000000 are read",
    "50, the header of 50 bytes reaches beyond the 8 bytes of the file"
  })
  void refusesALengthThatCannotBe(long length, String problem) throws IOException {
    Path file = folder.resolve("length");
    Files.write(file, lengthBytes(length));
    assertThatThrownBy(() -> SafetensorsReader.open(file)).hasMessage(file + ": " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':{'dtype':'F99','shape':[2],'data_offsets':[0,8]}}"
            + "|the tensor 'a' has the dtype 'F99'; readable are [F64, I64, F32",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}"
            + "|the tensor 'a' at bytes [0, 8) does not have the 12 bytes that F32 [3] takes",
        "{'a':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}}"
            + "|the tensor 'a' at bytes [0, 16) reaches beyond the 8 bytes of data in the file",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}"
            + "|the tensor 'a' at bytes [4, 8) leaves a gap behind byte 0",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}"
            + "|the tensor 'b' at bytes [4, 8) overlaps the one before it",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}"
            + "|the tensors end at byte 4 of 8 bytes of data",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}"
            + "|the tensor 'a' has data_offsets [8, 0] instead of a begin and an end",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}}"
            + "|the tensor 'a' has data_offsets [0] instead of a begin and an end",
        "{'a':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,8]}}"
            + "|the tensor 'a' is impossible: the shape [4611686018427387904, 4] is too large",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}"
            + "|the header has the negative number -2",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}"
            + "|the tensor 'a' is in the header twice",
        "{'a':{'dtype':'F32','shape':[2]}}"
            + "|the tensor 'a' lacks one of dtype, shape and data_offsets",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}}"
            + "|the tensor 'a' has the unknown key 'x'",
        "{'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,8]}}"
            + "|the header is not what it should be: For input string: \"1.5\"",
        "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}}"
            + "|the header is not what it should be: For input string",
        "[]|the header is not what it should be: Expected BEGIN_OBJECT",
        "{'a':[[[[[[[[[|the header is not what it should be: Expected BEGIN_OBJECT",
        "{} {}|the header is not what it should be"
      },
      quoteCharacter = '`')
  void refusesAHeaderThatDoesNotHold(String header, String problem) throws IOException {
    Path file = file(header.replace('\'', '"').getBytes(UTF_8));
    assertThatThrownBy(() -> SafetensorsReader.open(file))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageStartingWith(file + ": " + problem);
  }

  @Test
  void refusesAHeaderThatIsNotText() throws IOException {
    Path file = file(new byte[] {'{', (byte) 0xFF, '}'});
    assertThatThrownBy(() -> SafetensorsReader.open(file))
        .hasMessage(file + ": the header is not UTF-8");
  }

  @Test
  void opensAFileWithoutTensors() throws IOException {
    Path file = folder.resolve("none");
    SafetensorsWriter.write(file, Map.of(), List.of());
    try (SafetensorsReader reader = SafetensorsReader.open(file)) {
      assertThat(reader.names()).isEmpty();
      assertThat(reader.metadata()).isEmpty();
    }
  }

  /** Writes a file with the header and eight bytes of data. */
  private Path file(byte[] header) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + 8);
    bytes.put(lengthBytes(header.length)).put(header);
    return Files.write(folder.resolve("damaged"), bytes.array());
  }

  private static byte[] lengthBytes(long length) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
  }
}
