package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedDatasetsTest {
  @TempDir private Path root;

  private PublishedOptions files(Integer count) {
    return new PublishedOptions(
        root.toString(), Optional.ofNullable(count).map(Indices::of), List.of());
  }

  private void put(String path, String... lines) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  /** The images below the root with the names of their classes. */
  private List<String> listed(Dataset set) {
    return IntStream.range(0, set.size())
        .mapToObj(
            i ->
                root.relativize(Path.of(set.source(i).orElseThrow().name()))
                    + " "
                    + set.classes().get(set.label(i)))
        .toList();
  }

  @Test
  void caltech101HasPathsAndLabels() throws IOException {
    put("meta/train.txt", "accordion/image_0001.jpg 5", "Faces/image_0007.jpg 1");
    try (Caltech101 set = new Caltech101(new Caltech101.Options(files(null), TrainTest.TRAIN))) {
      assertThat(set.classes()).hasSize(102);
      assertThat(listed(set))
          .containsExactly(
              "101_ObjectCategories/accordion/image_0001.jpg accordion",
              "101_ObjectCategories/Faces/image_0007.jpg Faces");
    }
    put("meta/test.txt", "a.jpg 102");
    assertThatThrownBy(() -> new Caltech101(new Caltech101.Options(files(null), TrainTest.TEST)))
        .hasMessageContaining("test.txt:1: unknown label 102");
  }

  @Test
  void food101HasClassFolders() throws IOException {
    put("meta/test.txt", "apple_pie/1011328", "sushi/7");
    try (Food101 set = new Food101(new Food101.Options(files(-1), TrainTest.TEST))) {
      assertThat(set.classes()).hasSize(101);
      assertThat(listed(set)).containsExactly("images/sushi/7.jpg sushi");
    }
    put("meta/train.txt", "grass/1");
    assertThatThrownBy(() -> new Food101(new Food101.Options(files(null), TrainTest.TRAIN)))
        .hasMessageContaining("train.txt:1: expected one of the 101 classes")
        .hasMessageContaining("'grass/1'");
  }

  @Test
  void dtdTakesTheListsOfTheFirstPartition() throws IOException {
    put("labels/train1.txt", "banded/banded_0002.jpg");
    put("labels/val1.txt", "zigzagged/zigzagged_0001.jpg");
    try (Dtd set = new Dtd(new Dtd.Options(files(null), TrainValTest.TRAINVAL))) {
      assertThat(set.classes()).hasSize(47);
      assertThat(listed(set))
          .containsExactly(
              "images/banded/banded_0002.jpg banded",
              "images/zigzagged/zigzagged_0001.jpg zigzagged");
    }
    try (Dtd set = new Dtd(new Dtd.Options(files(null), TrainValTest.VAL))) {
      assertThat(set.label(0)).isEqualTo(46);
    }
    assertThatThrownBy(() -> new Dtd(new Dtd.Options(files(null), TrainValTest.TEST)))
        .hasMessageContaining("test1.txt")
        .hasMessageContaining("data_root");
  }

  @Test
  void fgvcAircraftHasVariantsWithBlanks() throws IOException {
    put("data/images_variant_trainval.txt", "1025794 707-320", "0481847 Cessna 172");
    try (FgvcAircraft set =
        new FgvcAircraft(new FgvcAircraft.Options(files(null), TrainValTest.TRAINVAL))) {
      assertThat(set.classes()).hasSize(100);
      assertThat(listed(set))
          .containsExactly("data/images/1025794.jpg 707-320", "data/images/0481847.jpg Cessna 172");
    }
    put("data/images_variant_test.txt", "1025794");
    assertThatThrownBy(
            () -> new FgvcAircraft(new FgvcAircraft.Options(files(null), TrainValTest.TEST)))
        .hasMessageContaining("images_variant_test.txt:1: expected one of the 100 classes");
  }

  @Test
  void sun397JoinsFoldersWithinFolders() throws IOException {
    put(
        "Partitions/Training_01.txt",
        "/a/abbey/sun_a.jpg",
        "/a/apartment_building/outdoor/sun_b.jpg");
    try (Sun397 set = new Sun397(new Sun397.Options(files(null), TrainTest.TRAIN))) {
      assertThat(set.classes()).hasSize(397);
      assertThat(listed(set))
          .containsExactly(
              "SUN397/a/abbey/sun_a.jpg abbey",
              "SUN397/a/apartment_building/outdoor/sun_b.jpg apartment_building_outdoor");
    }
    put("Partitions/Testing_01.txt", "sun_a.jpg");
    assertThatThrownBy(() -> new Sun397(new Sun397.Options(files(null), TrainTest.TEST)))
        .hasMessageContaining("expected one of the 397 classes");
  }

  @Test
  void oxfordPetsHaveNumbersFromOne() throws IOException {
    put("annotations/trainval.txt", "Abyssinian_100 1 1 1", "yorkshire_terrier_9 37 2 25");
    try (OxfordIiitPet set =
        new OxfordIiitPet(new OxfordIiitPet.Options(files(null), OxfordIiitPet.Split.TRAINVAL))) {
      assertThat(listed(set))
          .containsExactly(
              "images/Abyssinian_100.jpg Abyssinian",
              "images/yorkshire_terrier_9.jpg yorkshire_terrier");
    }
    put("annotations/test.txt", "Abyssinian_1 0 1 1");
    assertThatThrownBy(
            () ->
                new OxfordIiitPet(new OxfordIiitPet.Options(files(null), OxfordIiitPet.Split.TEST)))
        .hasMessageContaining("test.txt:1: expected a name, the number of its breed");
  }

  @Test
  void cubIsDividedByAListOfItsOwn() throws IOException {
    put("images.txt", "1 001.Black_footed_Albatross/a.jpg", "2 002.Laysan_Albatross/b.jpg");
    put("image_class_labels.txt", "1 1", "2 2");
    put("train_test_split.txt", "1 0", "2 1");
    try (Cub train = new Cub(new Cub.Options(files(null), TrainTest.TRAIN));
        Cub test = new Cub(new Cub.Options(files(null), TrainTest.TEST))) {
      assertThat(train.classes()).hasSize(200);
      assertThat(listed(train))
          .containsExactly("images/002.Laysan_Albatross/b.jpg Laysan_Albatross");
      assertThat(listed(test))
          .containsExactly("images/001.Black_footed_Albatross/a.jpg Black_footed_Albatross");
    }
    put("image_class_labels.txt", "1 1", "2 201");
    assertThatThrownBy(() -> new Cub(new Cub.Options(files(null), TrainTest.TRAIN)))
        .hasMessageContaining("image 2 the class '201': expected 1 to 200");
    put("train_test_split.txt", "1 0");
    assertThatThrownBy(() -> new Cub(new Cub.Options(files(null), TrainTest.TRAIN)))
        .hasMessageContaining("have not the same numbers");
  }

  @Test
  void classesAreCountedBeforeASetIsThere() {
    assertThat(new Cub.Options(files(null), TrainTest.TRAIN).classCount()).hasValue(200);
    assertThat(new Dtd.Options(files(null), TrainValTest.VAL).classCount()).hasValue(47);
  }
}
