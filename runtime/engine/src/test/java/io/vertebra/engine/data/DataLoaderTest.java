package io.vertebra.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Sampler;
import io.vertebra.api.data.Target;
import io.vertebra.engine.data.LoaderSettings.Unreadable;
import io.vertebra.engine.fixture.ToyDataset;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DataLoaderTest {
  private static final Sampler BACKWARDS =
      epoch -> IntStream.iterate(9, i -> i >= 0, i -> i - 1).toArray();

  private final ToyDataset dataset = new ToyDataset(10);

  @Test
  void batchesHaveTheOrderOfTheSamplerWithAShorterOneAtTheEnd() {
    assertThat(names(BACKWARDS, new LoaderSettings(4, 2, false, Unreadable.FAIL, 0), 0))
        .containsExactly(
            List.of("image-9", "image-8", "image-7", "image-6"),
            List.of("image-5", "image-4", "image-3", "image-2"),
            List.of("image-1", "image-0"));
  }

  @Test
  void anIncompleteLastBatchIsLeftOutWhereThatIsAskedFor() {
    LoaderSettings settings = new LoaderSettings(4, 2, true, Unreadable.FAIL, 0);

    assertThat(names(BACKWARDS, settings, 0)).hasSize(2);
    try (DataLoader loader = new DataLoader(dataset, BACKWARDS, settings)) {
      assertThat(loader.batches()).isEqualTo(2);
    }
  }

  @Test
  void pixelsDependOnSeedAndEpochButNotOnTheNumberOfThreads() {
    List<String> one = pixels(1, 7, 3);

    assertThat(pixels(4, 7, 3)).isEqualTo(one);
    assertThat(pixels(4, 8, 3)).isNotEqualTo(one);
    assertThat(pixels(4, 7, 4)).isNotEqualTo(one);
  }

  @Test
  void everyImageIsClosedAlsoWhereAnEpochIsLeftEarly() {
    try (DataLoader loader =
            new DataLoader(
                dataset, BACKWARDS, new LoaderSettings(2, 2, false, Unreadable.FAIL, 0));
        EpochBatches batches = loader.epoch(0)) {
      batches.next().close();
    }
    assertThat(dataset.open()).isZero();
  }

  @Test
  void anImageThatCannotBeReadIsNamed() {
    Sampler broken = epoch -> new int[] {0, 1, -3, 2};

    assertThatThrownBy(() -> names(broken, new LoaderSettings(2, 2, false, Unreadable.FAIL, 0), 0))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("image-3 cannot be read");
    assertThat(dataset.open()).isZero();
  }

  @Test
  void anImageThatCannotBeReadIsLeftOutWhereThatIsAskedFor() {
    Sampler broken = epoch -> new int[] {0, -1, 2, -3, 4};
    try (DataLoader loader =
            new DataLoader(dataset, broken, new LoaderSettings(5, 2, false, Unreadable.SKIP, 0));
        EpochBatches batches = loader.epoch(0);
        HostBatch batch = batches.next()) {
      assertThat(batch.names()).containsExactly("image-0", "image-2", "image-4");
      assertThat(batch.targets()).containsExactly(Target.of(0), Target.of(2), Target.of(1));
      assertThat(batch.pixels().remaining()).isEqualTo(3 * 16);
      assertThat(batch.pixels().get(2 * 16) & 0xFF).isBetween(80, 119);
      assertThat(loader.takeUnreadable())
          .containsExactlyInAnyOrder("image-1 cannot be read", "image-3 cannot be read");
      assertThat(loader.takeUnreadable()).isEmpty();
    }
  }

  @Test
  void oneInAHundredOfManyImagesIsNamedAndTheRestIsRead() {
    int count = 50_000;
    Sampler broken =
        epoch -> IntStream.range(0, count).map(i -> i % 100 == 7 ? -1 - i : i % 10).toArray();
    LoaderSettings settings = new LoaderSettings(64, 4, false, Unreadable.SKIP, 0);
    int read = 0;
    try (DataLoader loader = new DataLoader(dataset, broken, settings);
        EpochBatches batches = loader.epoch(0)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          read += batch.size();
        }
        assertThat(batches.ready()).isBetween(0, 3);
      }
      assertThat(loader.takeUnreadable())
          .hasSize(count / 100)
          .doesNotHaveDuplicates()
          .contains("image-8 cannot be read", "image-49908 cannot be read");
    }
    assertThat(read).isEqualTo(count - count / 100);
    assertThat(dataset.open()).isZero();
  }

  @Test
  void aBatchThatIsLeftInTheMiddleOfAnEpochGoesOnAsItWasTo() {
    LoaderSettings settings = new LoaderSettings(3, 2, false, Unreadable.FAIL, 5);
    List<List<String>> whole = names(BACKWARDS, settings, 2);
    try (DataLoader loader = new DataLoader(dataset, BACKWARDS, settings);
        EpochBatches batches = loader.epoch(2, 2);
        HostBatch batch = batches.next()) {
      assertThat(batch.names()).isEqualTo(whole.get(2));
    }
  }

  /** An endless row without shuffling of five samples. */
  private static final Sampler ROW =
      new Sampler() {
        @Override
        public int[] indices(int epoch) {
          return new int[] {0, 1, 2, 3, 4};
        }

        @Override
        public boolean endless() {
          return true;
        }
      };

  @Test
  void batchesGoThroughAnEndlessRowWithoutAShorterOne() {
    LoaderSettings settings = new LoaderSettings(2, 2, false, Unreadable.FAIL, 0);

    assertThat(names(ROW, settings, 0))
        .containsExactly(
            List.of("image-0", "image-1"),
            List.of("image-2", "image-3"),
            List.of("image-4", "image-0"));
    assertThat(names(ROW, settings, 1))
        .containsExactly(
            List.of("image-1", "image-2"),
            List.of("image-3", "image-4"),
            List.of("image-0", "image-1"));
  }

  @Test
  void anEndlessRowGoesOnWithoutReadingWhatWasBefore() {
    LoaderSettings settings = new LoaderSettings(2, 1, false, Unreadable.FAIL, 0);
    try (DataLoader loader = new DataLoader(dataset, ROW, settings);
        EpochBatches batches = loader.epoch(1, 2);
        HostBatch batch = batches.next()) {
      assertThat(batch.names()).containsExactly("image-0", "image-1");
      assertThat(batches.hasNext()).isFalse();
    }
    assertThat(dataset.read()).isEqualTo(2);
  }

  @Test
  void aBatchOfWhichNothingCanBeReadIsAnError() {
    Sampler broken = epoch -> new int[] {-1, -2};

    assertThatThrownBy(() -> names(broken, new LoaderSettings(2, 2, false, Unreadable.SKIP, 0), 0))
        .hasMessageContaining("none of the 2 images of a batch can be read");
  }

  @Test
  void imagesOfDifferentSizesStandAtTheTopLeftOfPlacesAsLargeAsTheLargest() {
    Sampler mixed = epoch -> new int[] {2, -1, 10, 5};
    try (DataLoader loader =
            new DataLoader(dataset, mixed, new LoaderSettings(4, 1, false, Unreadable.SKIP, 0));
        EpochBatches batches = loader.epoch(0);
        HostBatch batch = batches.next()) {
      assertThat(batch.sizes(0)).extracting(ImageSize::height).containsExactly(4, 5, 4);
      ByteBuffer pixels = batch.pixels();
      assertThat(pixels.remaining()).isEqualTo(3 * 25);
      assertThat(List.of(0, 3, 18, 25, 49, 50, 68))
          .allMatch(i -> (pixels.get(i) & 0xFF) >= 80, "inside an image");
      assertThat(List.of(4, 9, 20, 24, 54, 70, 74)).allMatch(i -> pixels.get(i) == 0, "around");
    }
    assertThat(dataset.open()).isZero();
  }

  @Test
  void imagesOfDifferentSizesAreNamedWithWhatToDoWhereOneSizeIsNeeded() {
    Sampler mixed = epoch -> new int[] {0, 10};
    try (DataLoader loader =
            new DataLoader(dataset, mixed, new LoaderSettings(2, 1, false, Unreadable.FAIL, 0));
        EpochBatches batches = loader.epoch(0);
        HostBatch batch = batches.next()) {
      assertThatThrownBy(batch::requireOneSize)
          .isInstanceOf(ImageSizeException.class)
          .hasMessageContaining("image-10 leaves the pipeline with 5 x 5 pixels")
          .hasMessageContaining("image-0 of its batch with 4 x 4 pixels")
          .hasMessageContaining("such as Resize or CenterCrop")
          .hasMessageContaining("pad_size_divisor");
    }
  }

  @Test
  void anEpochEndsAndANewOneCanBegin() {
    try (DataLoader loader =
        new DataLoader(dataset, BACKWARDS, new LoaderSettings(10, 2, false, Unreadable.FAIL, 0))) {
      for (int epoch = 0; epoch < 3; epoch++) {
        try (EpochBatches batches = loader.epoch(epoch)) {
          batches.next().close();
          assertThat(batches.hasNext()).isFalse();
          assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
        }
      }
    }
  }

  private List<List<String>> names(Sampler sampler, LoaderSettings settings, int epoch) {
    List<List<String>> names = new ArrayList<>();
    try (DataLoader loader = new DataLoader(dataset, sampler, settings);
        EpochBatches batches = loader.epoch(epoch)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          names.add(batch.names());
        }
      }
    }
    return names;
  }

  private List<String> pixels(int workers, long seed, int epoch) {
    List<String> pixels = new ArrayList<>();
    try (DataLoader loader =
            new DataLoader(
                dataset, BACKWARDS, new LoaderSettings(3, workers, false, Unreadable.FAIL, seed));
        EpochBatches batches = loader.epoch(epoch)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          byte[] bytes = new byte[batch.pixels().remaining()];
          batch.pixels().get(bytes);
          pixels.add(Arrays.toString(bytes));
        }
      }
    }
    return pixels;
  }
}
