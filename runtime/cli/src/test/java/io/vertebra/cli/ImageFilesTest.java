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

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  @Test
  void findsImagesInFoldersWithinSortedByPath() throws IOException {
    file("b.png");
    file("a/c.JPG");
    file("notes.txt");
    assertThat(ImageFiles.find(List.of(folder)))
        .extracting(image -> image.relative().toString())
        .containsExactly("a/c.JPG", "b.png");
  }

  @Test
  void takesNamedFilesWhateverTheirEnding() throws IOException {
    Path odd = file("picture");
    assertThat(ImageFiles.find(List.of(odd)))
        .containsExactly(new ImageFile(odd, Path.of("picture")));
  }

  @Test
  void refusesAFolderWithoutImagesAndNamesTheEndings() throws IOException {
    file("notes.txt");
    assertThatThrownBy(() -> ImageFiles.find(List.of(folder)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("there are no images in '" + folder + "'")
        .hasMessageContaining(".jpg");
  }

  @Test
  void givesCopiesOfOneNameNumbers() {
    Path first = Path.of("x/shoe.bmp");
    Path second = Path.of("y/shoe.bmp");
    ShownImages shown =
        ShownImages.of(
            Path.of("out"),
            List.of(
                new ImageFile(first, first.getFileName()),
                new ImageFile(second, second.getFileName())));
    assertThat(shown.targets())
        .containsExactly(Path.of("out/shoe.bmp.png"), Path.of("out/shoe.bmp-2.png"));
  }

  @Test
  void refusesToReplaceAnImageByItsCopy() {
    ImageFile image = new ImageFile(Path.of("x/shoe.png"), Path.of("shoe.png"));
    assertThatThrownBy(() -> ShownImages.of(Path.of("x"), List.of(image)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("would replace the image 'x/shoe.png'");
  }
}
