package io.vertebra.engine.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.safetensors.ElementType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files were written by NumPy. */
final class NumpyFileTest {
  @TempDir private Path folder;

  private static Path resource(String name) {
    return Path.of("src/test/resources/io/vertebra/engine/numpy", name);
  }

  @Test
  void arraysComeInTheOrderOfTheirLastAxis() throws IOException {
    try (NumpyFile file = NumpyFile.open(resource("arrays.npz"))) {
      assertThat(file.names()).containsExactly("a/kernel", "fortran", "half", "count");
      assertThat(file.info("a/kernel").type()).isEqualTo(ElementType.F32);
      assertThat(file.info("a/kernel").shape()).containsExactly(2L, 3L);
      assertThat(file.data("a/kernel").order(ByteOrder.LITTLE_ENDIAN).getFloat(20)).isEqualTo(5f);
      assertThat(file.info("fortran").shape()).containsExactly(2L, 3L);
      for (int i = 0; i < 6; i++) {
        assertThat(file.data("fortran").order(ByteOrder.LITTLE_ENDIAN).getDouble(i * 8))
            .isEqualTo(i);
      }
      assertThat(file.info("half").type()).isEqualTo(ElementType.F16);
      assertThat(file.info("count").shape()).isEmpty();
      assertThatThrownBy(() -> file.info("x")).hasMessageContaining("no array 'x'");
    }
  }

  @Test
  void compressedArraysAreReadToo() throws IOException {
    try (NumpyFile file = NumpyFile.open(resource("compressed.npz"))) {
      assertThat(file.data("x").remaining()).isEqualTo(1600);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          objects.npz    | elements of type '|O' are not read
          big-endian.npz | elements of type '>f4' are not read; little-endian
          """,
      quoteCharacter = '`')
  void otherElementsAreRefused(String name, String message) {
    assertThatThrownBy(() -> NumpyFile.open(resource(name)))
        .isInstanceOf(NumpyException.class)
        .hasMessageContaining(message.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {'descr': '<f4', 'fortran_order': False, 'shape': (9,), }; too few bytes for [9]
          {'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 99999999999), }; long overflow
          {'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }; not that of a plain array
          __import__('os').system('x'); not that of a plain array
          """,
      quoteCharacter = '`')
  void damagedHeadersAreRefused(String header, String message) throws IOException {
    Path file = folder.resolve("damaged.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
      zip.write(new byte[] {(byte) header.length(), 0});
      zip.write(header.getBytes(StandardCharsets.UTF_8));
      zip.write(new byte[4]);
    }
    assertThatThrownBy(() -> NumpyFile.open(file))
        .isInstanceOf(NumpyException.class)
        .hasMessageContaining("x.npy")
        .hasMessageContaining(message);
  }
}
