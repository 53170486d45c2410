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

  private ImageNet.Options options(ImageNet.Split split) {
    return new ImageNet.Options(
        root.toString(),
        Optional.of(split),
        "",
        "",
        true,
        List.of(".jpeg"),
        Optional.empty(),
        Optional.empty(),
        List.of());
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
}
