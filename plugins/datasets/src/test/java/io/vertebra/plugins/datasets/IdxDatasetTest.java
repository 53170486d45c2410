package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdxDatasetTest {
  private final HeapImages images = new HeapImages();

  @TempDir private Path folder;

  private Mnist mnist(IdxOptions.Split split, boolean testMode, Transform... pipeline)
      throws IOException {
    return new Mnist(
        new IdxOptions(
            folder.toString(),
            "",
            Optional.ofNullable(split),
            testMode,
            Optional.empty(),
            List.of(pipeline)),
        images.ops());
  }

  @Test
  void givesGreyImagesAndLabels() throws IOException {
    IdxFiles.images(folder.resolve("train-images-idx3-ubyte"));
    IdxFiles.labels(folder.resolve("train-labels-idx1-ubyte"), 3, 9);
    try (Mnist set = mnist(null, false)) {
      assertThat(set.size()).isEqualTo(2);
      assertThat(set.label(1)).isEqualTo(9);
      assertThat(set.classes()).hasSize(10).startsWith("0 - zero");
      Sample sample = set.get(1, new SplittableRandom(0));
      byte[] pixels = new byte[6];
      sample.image().pixels().get(pixels);
      assertThat(sample.image()).hasToString("ImageBuffer[2 x 3 x 1]");
      assertThat(pixels).containsExactly(10, 11, 12, 13, 14, 15);
      assertThat(sample.label()).hasValue(9);
      assertThat(sample.source().name()).endsWith("train-images-idx3-ubyte[1]");
      sample.image().close();
    }
  }

  @Test
  void readsTheTestPartFromCompressedFiles() throws IOException {
    IdxFiles.images(folder.resolve("t10k-images-idx3-ubyte.gz"));
    IdxFiles.labels(folder.resolve("t10k-labels-idx1-ubyte.gz"), 0, 1);
    try (Mnist byMode = mnist(null, true);
        Mnist bySplit = mnist(IdxOptions.Split.TEST, false)) {
      assertThat(byMode.size()).isEqualTo(2);
      assertThat(bySplit.label(1)).isEqualTo(1);
    }
    assertThatThrownBy(() -> mnist(IdxOptions.Split.TRAIN, true))
        .hasMessageContaining("'train-images-idx3-ubyte' nor 'train-images-idx3-ubyte.gz'")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void clothingHasItsOwnClasses() throws IOException {
    IdxFiles.images(folder.resolve("train-images-idx3-ubyte"));
    IdxFiles.labels(folder.resolve("train-labels-idx1-ubyte"), 3, 9);
    IdxOptions options =
        new IdxOptions(
            folder.getParent().toString(),
            folder.getFileName().toString(),
            Optional.empty(),
            false,
            Optional.of(Indices.of(1)),
            List.of());
    try (FashionMnist set = new FashionMnist(options, images.ops())) {
      assertThat(set.classes()).hasSize(10).endsWith("Ankle boot");
      assertThat(set.size()).isEqualTo(1);
    }
  }

  @Test
  void closesTheImageWhenTheFileIsAskedFor() throws IOException {
    IdxFiles.images(folder.resolve("train-images-idx3-ubyte"));
    IdxFiles.labels(folder.resolve("train-labels-idx1-ubyte"), 3, 9);
    try (Mnist set =
        mnist(null, false, (sample, random) -> sample.withImage(decode(sample.source().read())))) {
      assertThatThrownBy(() -> set.get(0, new SplittableRandom(0)))
          .hasMessageContaining("train-images-idx3-ubyte[0]' is raw pixels")
          .hasMessageContaining("take LoadImageFromFile out");
      assertThat(images.open()).isZero();
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path file = folder.resolve("train-images-idx3-ubyte");
    Files.writeString(file, "not an IDX file at all");
    assertThatThrownBy(() -> mnist(null, false))
        .hasMessageContaining(file + "' is no IDX file")
        .hasMessageContaining("00000803");
    IdxFiles.write(file, new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 1});
    assertThatThrownBy(() -> mnist(null, false))
        .hasMessageContaining("holds 1 x 2 x 2 values, but 1 bytes follow");
    Files.delete(file);
    Files.writeString(folder.resolve("train-images-idx3-ubyte.gz"), "no gzip");
    assertThatThrownBy(() -> mnist(null, false)).hasMessageContaining("idx3-ubyte.gz': ");
  }

  @Test
  void saysWhenImagesAndLabelsDoNotFit() throws IOException {
    IdxFiles.images(folder.resolve("train-images-idx3-ubyte"));
    IdxFiles.labels(folder.resolve("train-labels-idx1-ubyte"), 1, 2, 3);
    assertThatThrownBy(() -> mnist(null, false)).hasMessageContaining("has 3 labels");
    IdxFiles.labels(folder.resolve("train-labels-idx1-ubyte"), 1, 200);
    assertThatThrownBy(() -> mnist(null, false)).hasMessageContaining("label 200 at index 1");
  }

  @Test
  void needsAFolder() {
    assertThatThrownBy(
            () -> new IdxOptions("", "", Optional.empty(), false, Optional.empty(), List.of()))
        .hasMessageContaining("data_root is missing");
  }

  private static ImageBuffer decode(byte[] bytes) {
    throw new AssertionError(bytes.length + " bytes were read");
  }
}
