package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CifarDatasetTest {
  private final HeapImages images = new HeapImages();

  @TempDir private Path folder;

  private CifarOptions options(boolean test) {
    return new CifarOptions(
        folder.toString(), "", Optional.empty(), test, Optional.empty(), List.of());
  }

  private Cifar10 cifar10(boolean test) throws IOException {
    return new Cifar10(new Cifar10.Options(options(test)), images.ops());
  }

  private Cifar100 cifar100() throws IOException {
    return new Cifar100(new Cifar100.Options(options(true)), images.ops());
  }

  @Test
  void readsTheFilesOfTheTrainingPartOneAfterTheOther() throws IOException {
    for (int i = 1; i <= 5; i++) {
      CifarFiles.write(
          folder.resolve("cifar-10-batches-bin").resolve("data_batch_" + i + ".bin"), 1, i, 9);
    }
    try (Cifar10 set = cifar10(false)) {
      assertThat(set.size()).isEqualTo(10);
      assertThat(set.classes()).hasSize(10).startsWith("airplane").endsWith("truck");
      assertThat(set.label(4)).isEqualTo(3);
      Sample sample = set.get(4, new SplittableRandom(0));
      byte[] pixels = new byte[6];
      sample.image().pixels().get(pixels);
      assertThat(sample.image()).hasToString("ImageBuffer[32 x 32 x 3]");
      assertThat(pixels).containsExactly(3, 3, 3, 1, 2, 3);
      assertThat(sample.source().name()).endsWith("data_batch_3.bin[0]");
      sample.image().close();
    }
  }

  @Test
  void imagesGoThroughAnotherPipelineOnceItIsSwitched() throws IOException {
    CifarFiles.write(folder.resolve("test.bin"), 2, 99);
    try (Cifar100 set = cifar100()) {
      set.switchPipeline(
          new Pipeline(
              List.of(
                  (sample, random) -> {
                    sample.image().close();
                    throw new IOException("the other pipeline was asked");
                  })));

      assertThatThrownBy(() -> set.get(0, new SplittableRandom(0)))
          .hasMessage("the other pipeline was asked");
    }
  }

  @Test
  void hundredClassesHaveFineLabels() throws IOException {
    CifarFiles.write(folder.resolve("test.bin"), 2, 99);
    try (Cifar100 set = cifar100()) {
      assertThat(set.classes()).hasSize(100).startsWith("apple").endsWith("worm");
      assertThat(set.label(0)).isEqualTo(99);
    }
  }

  @Test
  void optionsTellHowManyClassesThereAre() {
    assertThat(new Cifar10.Options(options(true)).classCount()).hasValue(10);
    assertThat(new Cifar100.Options(options(true)).classCount()).hasValue(100);
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertThatThrownBy(() -> cifar10(true))
        .hasMessageContaining("no 'test_batch.bin'")
        .hasMessageContaining("binary version");
    Path file = folder.resolve("test_batch.bin");
    Files.write(file, new byte[3074]);
    assertThatThrownBy(() -> cifar10(true)).hasMessageContaining("has 3074 bytes");
    CifarFiles.write(file, 1, 10);
    assertThatThrownBy(() -> cifar10(true)).hasMessageContaining("the label 10 at index 0");
    assertThatThrownBy(
            () -> new CifarOptions("", "", Optional.empty(), true, Optional.empty(), List.of()))
        .hasMessageContaining("data_root is missing");
  }
}
