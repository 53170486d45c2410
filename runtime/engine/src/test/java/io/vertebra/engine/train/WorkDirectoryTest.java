package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkDirectoryTest {
  @TempDir private Path folder;

  @Test
  void twoRunsDoNotWriteToOneFolder() throws IOException {
    Path path = folder.resolve("run");
    try (WorkDirectory first = WorkDirectory.create(path)) {
      assertThat(first.start()).isDirectory().hasParent(path);
      assertThatThrownBy(() -> WorkDirectory.create(path))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "another run writes to the work directory %s; wait for its end, or choose another"
                  + " one with --work-dir",
              path);
      assertThat(path).isDirectoryContaining(first.start()::equals);
    }
    try (WorkDirectory next = WorkDirectory.create(path)) {
      assertThat(next.start()).isDirectory();
    }
  }

  @Test
  void aFileInItsPlaceIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("run"), "");
    assertThatThrownBy(() -> WorkDirectory.create(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot create the work directory " + file)
        .hasMessageContaining("--work-dir");
  }
}
