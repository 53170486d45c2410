package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatDatasetsTest {
  @TempDir private Path root;

  private PublishedOptions files(Integer count) {
    return new PublishedOptions(
        root.toString(), Optional.ofNullable(count).map(Indices::of), List.of());
  }

  private Flowers102 flowers(TrainValTest split) throws IOException {
    return new Flowers102(new Flowers102.Options(files(null), split));
  }

  private StanfordCars cars(TrainTest split) throws IOException {
    return new StanfordCars(new StanfordCars.Options(files(null), split));
  }

  private void put(String resource, String path) throws IOException {
    MatFiles.copy(resource, root.resolve(path));
  }

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
  void flowersAreListedByNumber() throws IOException {
    put("setid.mat", "setid.mat");
    put("imagelabels.mat", "imagelabels.mat");
    try (Flowers102 train = flowers(TrainValTest.TRAIN);
        Flowers102 both = flowers(TrainValTest.TRAINVAL);
        Flowers102 test = flowers(TrainValTest.TEST)) {
      assertThat(train.classes()).hasSize(102);
      assertThat(listed(train))
          .containsExactly(
              "jpg/image_00003.jpg blackberry lily", "jpg/image_00001.jpg passion flower");
      assertThat(both.size()).isEqualTo(3);
      assertThat(listed(both).get(2)).isEqualTo("jpg/image_00002.jpg pink primrose");
      assertThat(listed(test))
          .containsExactly(
              "jpg/image_00005.jpg english marigold", "jpg/image_00004.jpg english marigold");
    }
    Flowers102.Options first = new Flowers102.Options(files(1), TrainValTest.TEST);
    try (Flowers102 set = new Flowers102(first)) {
      assertThat(set.size()).isEqualTo(1);
    }
    assertThat(first.classCount()).hasValue(102);
  }

  @Test
  void carsAreListedInEitherPublishedForm() throws IOException {
    put("cars_train_annos.mat", "devkit/cars_train_annos.mat");
    try (StanfordCars set = cars(TrainTest.TRAIN)) {
      assertThat(set.classes()).hasSize(196);
      assertThat(listed(set))
          .containsExactly(
              "cars_train/00001.jpg Audi TTS Coupe 2012",
              "cars_train/00002.jpg Acura TL Sedan 2012");
    }
    put("cars_annos.mat", "cars_annos.mat");
    try (StanfordCars train = cars(TrainTest.TRAIN);
        StanfordCars test = cars(TrainTest.TEST)) {
      assertThat(listed(train))
          .containsExactly(
              "car_ims/000001.jpg AM General Hummer SUV 2000",
              "car_ims/000003.jpg Audi TTS Coupe 2012");
      assertThat(listed(test)).containsExactly("car_ims/000002.jpg smart fortwo Convertible 2012");
    }
    assertThat(new StanfordCars.Options(files(null), TrainTest.TEST).classCount()).hasValue(196);
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    assertThatThrownBy(() -> flowers(TrainValTest.TEST))
        .hasMessageContaining("There is no file '" + root.resolve("setid.mat"));
    assertThatThrownBy(() -> cars(TrainTest.TEST))
        .hasMessageContaining("neither 'cars_annos.mat' nor")
        .hasMessageContaining("'devkit/cars_test_annos_withlabels.mat' in '" + root);
    put("cars_train_annos.mat", "devkit/cars_train_annos.mat");
    try (StanfordCars set = cars(TrainTest.TRAIN)) {
      assertThatThrownBy(() -> set.get(0, new SplittableRandom(0)).source().read())
          .hasMessageContaining("There is no image '")
          .hasMessageContaining("00001.jpg");
    }
  }

  @Test
  void variablesOfOtherNamesAndTypesAreTold() throws IOException {
    put("imagelabels.mat", "setid.mat");
    put("other.mat", "imagelabels.mat");
    assertThatThrownBy(() -> flowers(TrainValTest.VAL))
        .hasMessageContaining("'labels' of '")
        .hasMessageContaining("is no matrix of numbers");
    put("imagelabels.mat", "imagelabels.mat");
    assertThatThrownBy(() -> flowers(TrainValTest.VAL))
        .hasMessageContaining("has no variable 'valid'; it has [labels]");
    put("other.mat", "setid.mat");
    assertThatThrownBy(() -> flowers(TrainValTest.TRAIN))
        .hasMessageContaining("'trnid' of '")
        .hasMessageContaining("holds 1.5: expected whole numbers");
    put("other.mat", "cars_annos.mat");
    assertThatThrownBy(() -> cars(TrainTest.TRAIN))
        .hasMessageContaining("has no field 'test'; it has [fname]");
    put("imagelabels.mat", "cars_annos.mat");
    assertThatThrownBy(() -> cars(TrainTest.TRAIN))
        .hasMessageContaining("has no variable 'annotations'");
  }

  @Test
  void fieldsOfOtherTypesAreTold() throws IOException {
    put("other.mat", "devkit/cars_train_annos.mat");
    assertThatThrownBy(() -> cars(TrainTest.TRAIN))
        .hasMessageContaining("field 'fname' of record 1 is no text");
  }

  @Test
  void numbersOutOfRangeAreTold() throws IOException {
    put("cars_test_annos_withlabels.mat", "devkit/cars_test_annos_withlabels.mat");
    assertThatThrownBy(() -> cars(TrainTest.TEST))
        .hasMessageContaining("the image 'cars_test/1.jpg' the class 197: expected 1 to 196");
  }

  @Test
  void damagedFilesAreTold() throws IOException {
    Files.writeString(root.resolve("setid.mat"), "no MATLAB file");
    assertThatThrownBy(() -> flowers(TrainValTest.TEST))
        .hasMessageContaining("setid.mat' is no MATLAB file of version 5");
    put("setid.mat", "setid.mat");
    put("imagelabels.mat", "imagelabels.mat");
    byte[] whole = Files.readAllBytes(root.resolve("setid.mat"));
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(root.resolve("setid.mat"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> flowers(TrainValTest.TEST))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("setid.mat'");
    }
  }
}
