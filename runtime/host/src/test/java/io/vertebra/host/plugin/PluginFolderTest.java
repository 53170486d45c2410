package io.vertebra.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.host.plugin.PluginFolder.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginFolderTest {
  private static final Changes NONE = new Changes(List.of(), List.of());

  @TempDir private Path temporary;
  private Path one;
  private Path other;
  private PluginFolder folders;
  private long nanos;
  private final Settling settling = new Settling(() -> nanos);

  @BeforeEach
  void makeFolders() throws IOException {
    one = Files.createDirectory(temporary.resolve("one"));
    other = Files.createDirectory(temporary.resolve("other"));
    folders = new PluginFolder(List.of(one, other));
  }

  private Changes settled() {
    folders.pollSettled(settling);
    nanos += Settling.PATIENCE.toNanos();
    return folders.pollSettled(settling);
  }

  @Test
  void pollTellsWhatIsDifferentSinceTheLastOne() throws Exception {
    Path jar = Files.writeString(one.resolve("a.jar"), "a");
    Files.writeString(one.resolve("a.txt"), "a");
    assertThat(folders.poll()).isEqualTo(new Changes(List.of(), List.of(jar)));
    assertThat(folders.poll()).isEqualTo(NONE);
    Files.writeString(jar, "longer");
    assertThat(folders.poll()).isEqualTo(new Changes(List.of(), List.of(jar)));
    Files.delete(jar);
    assertThat(folders.poll()).isEqualTo(new Changes(List.of(jar), List.of()));
  }

  @Test
  void jarsOfALostFolderStayAndTheOtherFolderIsFollowed() throws Exception {
    Path kept = Files.writeString(one.resolve("a.jar"), "a");
    folders.poll();
    Path away = Files.move(one, temporary.resolve("away"));
    Path added = Files.writeString(other.resolve("b.jar"), "b");
    assertThat(settled()).isEqualTo(new Changes(List.of(), List.of(added)));
    assertThat(settled()).isEqualTo(NONE);

    Files.move(away, one);
    Files.delete(kept);
    assertThat(settled()).isEqualTo(new Changes(List.of(kept), List.of()));
  }

  @Test
  void pollFailsForALostFolder() throws Exception {
    Files.delete(one);
    assertThatThrownBy(folders::poll).isInstanceOf(NoSuchFileException.class);
  }
}
