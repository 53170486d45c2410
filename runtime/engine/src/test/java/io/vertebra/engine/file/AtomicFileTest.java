package io.vertebra.engine.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void replacesTheOldContent() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "a long old content");
    AtomicFile.write(file, out -> out.write(UTF_8.encode("new")));
    assertThat(file).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("a.json");
  }

  @Test
  void keepsTheOldContentWhenWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(UTF_8.encode("half"));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot write " + file + ": No space left on device");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.json");
  }

  @Test
  void leavesNothingBehindAfterAnyFailure() {
    Path file = folder.resolve("a.json");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesTheFileWhoseFolderIsMissing() {
    Path file = folder.resolve("missing").resolve("a.json");
    assertThatThrownBy(() -> AtomicFile.write(file, out -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot write " + file + ": ");
  }
}
