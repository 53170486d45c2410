package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CustomDatasetTest {
  @TempDir private Path root;

  private void put(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
  }

  private CustomDataset set(String annFile, boolean withLabel, String... classes)
      throws IOException {
    return new CustomDataset(options(annFile, withLabel, classes));
  }

  private CustomDataset.Options options(String annFile, boolean withLabel, String... classes) {
    return new CustomDataset.Options(
        root.toString(),
        "images",
        annFile,
        withLabel,
        List.of(".jpg", ".PNG"),
        classes.length == 0 ? Optional.empty() : Optional.of(ClassList.of(List.of(classes))),
        Optional.empty(),
        List.of());
  }

  private static List<Integer> labels(CustomDataset set) {
    return IntStream.range(0, set.size()).map(set::label).boxed().toList();
  }

  @Test
  void takesFoldersAsClassesInTheOrderOfTheirNames() throws IOException {
    put("images/dog/b.jpg");
    put("images/dog/deep/a.png");
    put("images/cat/z.JPG");
    put("images/cat/notes.txt");
    put("images/.cache/x.jpg");
    try (CustomDataset set = set("", true)) {
      assertThat(set.classes()).containsExactly("cat", "dog");
      assertThat(labels(set)).containsExactly(0, 1, 1);
      Sample sample = set.get(2, new SplittableRandom(0));
      assertThat(sample.source().read()).asString().isEqualTo("images/dog/deep/a.png");
      assertThat(sample.label()).hasValue(1);
      assertThat(sample.hasImage()).isFalse();
    }
    try (CustomDataset set = set("", true, "Katze", "Hund")) {
      assertThat(set.classes()).containsExactly("Katze", "Hund");
    }
  }

  @Test
  void takesAllImagesWithoutLabels() throws IOException {
    put("images/b/b.jpg");
    put("images/a.jpg");
    try (CustomDataset set = set("", false)) {
      assertThat(set.size()).isEqualTo(2);
      assertThat(set.classes()).isEmpty();
      Sample sample = set.get(0, new SplittableRandom(0));
      assertThat(sample.source().name()).endsWith("a.jpg");
      assertThat(sample.label()).isEmpty();
      assertThatThrownBy(() -> set.label(0)).hasMessageContaining("with_label is false");
    }
  }

  @Test
  void readsAListOfPathsAndLabels() throws IOException {
    Files.writeString(root.resolve("train.txt"), "a b.jpg 2\n\nsub/c.jpg 0\n");
    try (CustomDataset set = set("train.txt", true)) {
      assertThat(labels(set)).containsExactly(2, 0);
      assertThat(set.classes()).containsExactly("0", "1", "2");
      Sample sample = set.get(0, new SplittableRandom(0));
      assertThat(sample.source().name()).isEqualTo(root.resolve("images/a b.jpg").toString());
      assertThatThrownBy(() -> sample.source().read())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("There is no image")
          .hasMessageContaining("a b.jpg");
    }
    Files.writeString(root.resolve("train.txt"), "a b.jpg\n");
    try (CustomDataset set = set("train.txt", false)) {
      assertThat(set.size()).isEqualTo(1);
    }
  }

  @Test
  void saysWhichLineOfAListIsWrong() throws IOException {
    Files.writeString(root.resolve("train.txt"), "a.jpg 0\nb.jpg 2\n");
    assertThatThrownBy(() -> set("train.txt", true, "cat", "dog"))
        .hasMessageContaining("train.txt:2: unknown label 2: classes names only 0 to 1");
    Files.writeString(root.resolve("train.txt"), "a.jpg 0\nb.jpg dog\n");
    assertThatThrownBy(() -> set("train.txt", true))
        .hasMessageContaining("train.txt:2: expected a path, a blank and a label")
        .hasMessageContaining("'b.jpg dog'");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThatThrownBy(() -> set("", true)).hasMessageContaining(root.resolve("images").toString());
    assertThatThrownBy(() -> set("none.txt", true)).hasMessageContaining("none.txt");
    Files.createDirectories(root.resolve("images"));
    assertThatThrownBy(() -> set("", true)).hasMessageContaining("no class folders");
    assertThatThrownBy(() -> set("", false)).hasMessageContaining("no images in");
    put("images/cat/a.jpg");
    put("images/dog/a.gif");
    assertThatThrownBy(() -> set("", true))
        .hasMessageContaining("no images of class 'dog'")
        .hasMessageContaining("looked for names ending in .jpg, .png");
    assertThatThrownBy(() -> set("", true, "cat"))
        .hasMessageContaining("2 class folders, but classes names 1: [cat, dog]");
  }

  @Test
  void needsAPlaceToLook() {
    assertThatThrownBy(
            () ->
                new CustomDataset.Options(
                    "", "", "", true, List.of(), Optional.empty(), Optional.empty(), List.of()))
        .hasMessageContaining("nowhere to look");
  }

  @Test
  void itsOptionsTellHowManyClassesThereAre() throws IOException {
    assertThat(options("", true).classCount()).isEmpty();
    put("images/dog/b.jpg");
    put("images/cat/z.jpg");
    put("images/.cache/x.jpg");
    assertThat(options("", true).classCount()).hasValue(2);
    assertThat(options("", true, "a", "b", "c").classCount()).hasValue(3);
    assertThat(options("train.txt", true).classCount()).isEmpty();
    assertThat(options("", false).classCount()).isEmpty();
  }

  @Test
  void takesAPartOfTheImages() throws IOException {
    Files.writeString(root.resolve("train.txt"), "a.jpg 0\nb.jpg 1\nc.jpg 2\nd.jpg 0\n");
    assertThat(labels(part(Indices.of(2)))).containsExactly(0, 1);
    assertThat(labels(part(Indices.of(-1)))).containsExactly(0);
    assertThat(labels(part(Indices.of(List.of(2, 0, 2))))).containsExactly(2, 0, 2);
    assertThatThrownBy(() -> part(Indices.of(5)))
        .hasMessageContaining("indices is 5, but there are only 4 samples");
    assertThatThrownBy(() -> part(Indices.of(List.of(4))))
        .hasMessageContaining("names the sample 4, but there are 0 to 3");
  }

  private CustomDataset part(Indices indices) throws IOException {
    CustomDataset.Options all = options("train.txt", true);
    return new CustomDataset(
        new CustomDataset.Options(
            all.dataRoot(),
            all.dataPrefix(),
            all.annFile(),
            true,
            all.extensions(),
            all.classes(),
            Optional.of(indices),
            List.of()));
  }

  @Test
  void namesOfClassesMayStandInAFile() throws IOException {
    Path names = Files.writeString(root.resolve("names.txt"), "Katze\n\n Hund \n");
    assertThat(ClassList.of(names.toString()).names()).containsExactly("Katze", "Hund");
    assertThatThrownBy(() -> ClassList.of(root + "/none.txt").names())
        .hasMessageContaining("none.txt");
  }
}
