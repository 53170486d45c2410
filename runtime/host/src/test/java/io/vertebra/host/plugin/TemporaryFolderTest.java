package io.vertebra.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.file.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporaryFolderTest {
  @TempDir private Path parent;

  @Test
  void itGoesWithItsFiles() throws IOException {
    Path path;
    try (TemporaryFolder folder = TemporaryFolder.in(parent)) {
      path = folder.path();
      Files.writeString(Files.createDirectories(path.resolve("jars/a")).resolve("b.jar"), "b");
      assertThat(path).hasParent(parent);
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void severalOfOneProcessStandSideBySide() throws IOException {
    try (TemporaryFolder first = TemporaryFolder.in(parent);
        TemporaryFolder second = TemporaryFolder.in(parent)) {
      assertThat(first.path()).isDirectory().isNotEqualTo(second.path());
      assertThat(second.path()).isDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftIsDeletedAndAllElseStays() throws IOException {
    Path left = Files.createDirectories(parent.resolve("vertebra-host-0-left/jars")).getParent();
    Files.createFile(left.resolve(FolderLock.FILE));
    Files.writeString(left.resolve("jars/a.jar"), "a");
    Path begun = Files.createDirectories(parent.resolve("vertebra-host-0-begun"));
    Path foreign = Files.createDirectories(parent.resolve("foreign"));
    Files.createFile(foreign.resolve(FolderLock.FILE));

    TemporaryFolder.in(parent).close();

    assertThat(left).doesNotExist();
    assertThat(begun).isDirectory();
    assertThat(foreign).isNotEmptyDirectory();
  }
}
