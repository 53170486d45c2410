package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageFilesTest {
  @TempDir private Path folder;

  @Test
  void foldersAreSearchedInOrder() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    for (String name : List.of("b.PNG", "in/a.jpg", "notes.txt")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(ImageFiles.find(List.of(folder)))
        .extracting(file -> file.relative().toString())
        .containsExactly("b.PNG", "in/a.jpg");
  }

  @Test
  void filesAreTakenWhateverTheirName() throws IOException {
    assertThat(ImageFiles.find(List.of(Path.of("some/picture"))))
        .containsExactly(new ImageFile(Path.of("some/picture"), Path.of("picture")));
  }

  @Test
  void aFolderWithoutImagesIsNamed() {
    assertThatThrownBy(() -> ImageFiles.find(List.of(folder)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("there are no images in '" + folder + "'");
  }
}
