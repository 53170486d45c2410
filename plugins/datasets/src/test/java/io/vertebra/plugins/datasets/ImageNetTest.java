package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageNetTest {
  @TempDir private Path root;

  private CustomDataset.Options images() {
    return new CustomDataset.Options(
        root.toString(),
        "",
        "",
        true,
        List.of(".jpeg"),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private ImageNet.Options options(ImageNet.Split split) {
    return new ImageNet.Options(Optional.of(split), images());
  }

  private void put(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
  }

  @Test
  void foldersOfAPartHaveTheirOwnNames() throws IOException {
    put("train/n01440764/a.JPEG");
    put("train/n02102040/b.JPEG");
    try (ImageNet set = new ImageNet(options(ImageNet.Split.TRAIN))) {
      assertThat(set.classes()).containsExactly("n01440764", "n02102040");
      assertThat(set.label(1)).isEqualTo(1);
    }
    assertThat(options(ImageNet.Split.TRAIN).classCount()).hasValue(2);
  }

  @Test
  void aListOfTheSplitIsTakenWithTheThousandNames() throws IOException {
    put("val/ILSVRC2012_val_00000001.JPEG");
    put("meta/val.txt");
    Files.writeString(root.resolve("meta/val.txt"), "ILSVRC2012_val_00000001.JPEG 65\n");
    try (ImageNet set = new ImageNet(options(ImageNet.Split.VAL))) {
      assertThat(set.classes()).hasSize(1000).startsWith("tench, Tinca tinca");
      assertThat(set.label(0)).isEqualTo(65);
      assertThat(set.get(0, new SplittableRandom(0)).source().read()).isNotEmpty();
    }
  }

  @Test
  void aThousandFoldersHaveTheThousandNames() throws IOException {
    for (int i = 0; i < 1000; i++) {
      put("train/n%08d/a.JPEG".formatted(i));
    }
    try (ImageNet set = new ImageNet(options(ImageNet.Split.TRAIN))) {
      assertThat(set.classes()).contains("goldfish, Carassius auratus");
    }
  }

  @Test
  void testImagesHaveNoLabels() throws IOException {
    put("test/a.JPEG");
    try (ImageNet set = new ImageNet(options(ImageNet.Split.TEST))) {
      assertThat(set.target(0)).isEqualTo(Target.UNKNOWN);
    }
    assertThatThrownBy(() -> new ImageNet(options(ImageNet.Split.VAL))).hasMessageContaining("val");
  }

  @Test
  void aPartOfTheSetHasAListInMeta() throws IOException {
    put("train/a.JPEG");
    put("meta/train.txt");
    Files.writeString(root.resolve("meta/train.txt"), "a.JPEG 10450\n");
    ImageNet21k.Options whole =
        new ImageNet21k.Options(Optional.of(ImageNet21k.Split.TRAIN), false, images());
    try (ImageNet21k set = new ImageNet21k(whole)) {
      assertThat(set.label(0)).isEqualTo(10450);
      assertThat(set.get(0, new SplittableRandom(0)).source().read()).isNotEmpty();
    }
    assertThatThrownBy(() -> new ImageNet21k.Options(Optional.empty(), true, images()))
        .hasMessageContaining("MultiLabelDataset");
  }

  @Test
  void classFoldersOfTheWholeSetNeedNoSplit() throws IOException {
    put("n1/a.JPEG");
    put("n2/b.JPEG");
    ImageNet21k.Options folders = new ImageNet21k.Options(Optional.empty(), false, images());
    try (ImageNet21k set = new ImageNet21k(folders)) {
      assertThat(set.classes()).containsExactly("n1", "n2");
    }
    assertThat(folders.classCount()).hasValue(2);
  }

  @Test
  void placesHaveTheirNamesWhereThereMayBeAllOfThem() throws IOException {
    put("a/abbey/1.JPEG");
    Places205.Options part = new Places205.Options(images());
    try (Places205 set = new Places205(part)) {
      assertThat(set.classes()).containsExactly("a");
    }
    assertThat(part.classCount()).hasValue(1);
    for (int i = 1; i < 205; i++) {
      put("b%03d/2.JPEG".formatted(i));
    }
    try (Places205 set = new Places205(part)) {
      assertThat(set.classes()).hasSize(205).contains("abbey");
    }
  }
}
