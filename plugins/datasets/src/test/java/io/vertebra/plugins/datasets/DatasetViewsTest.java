package io.vertebra.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.plugin.Factory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DatasetViewsTest {
  /** Samples whose label is their index. */
  private record Numbered(int size, List<String> classes, List<Pipeline> pipelines)
      implements Dataset {
    Numbered(int size, List<String> classes) {
      this(size, classes, new ArrayList<>());
    }

    @Override
    public void switchPipeline(Pipeline pipeline) {
      pipelines.add(pipeline);
    }

    @Override
    public int label(int index) {
      return index;
    }

    @Override
    public Sample get(int index, RandomGenerator random) {
      throw new UnsupportedOperationException("there are no images");
    }
  }

  private static Factory<Dataset> set(int size, String... classes) {
    return arguments -> new Numbered(size, List.of(classes));
  }

  private static List<Integer> fold(int fold, boolean test, Long seed) {
    KFoldDataset set =
        new KFoldDataset(
            new KFoldDataset.Options(set(11), fold, 3, test, Optional.ofNullable(seed)));
    return IntStream.range(0, set.size()).map(set::label).boxed().toList();
  }

  @Test
  void foldsTouchEverySampleOnce() {
    assertThat(fold(0, true, null)).containsExactly(0, 1, 2);
    assertThat(fold(1, true, null)).containsExactly(3, 4, 5, 6);
    assertThat(fold(1, false, null)).containsExactly(0, 1, 2, 7, 8, 9, 10);
    List<Integer> all = new ArrayList<>();
    IntStream.range(0, 3).forEach(k -> all.addAll(fold(k, true, 5L)));
    assertThat(all).isNotEqualTo(IntStream.range(0, 11).boxed().toList());
    assertThat(all).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 11).boxed().toList());
  }

  @Test
  void aFoldHasToBeThere() {
    assertThatThrownBy(() -> fold(3, true, null)).hasMessageContaining("fold is 3");
  }

  @Test
  void setsOfOtherClassesDoNotGoTogether() {
    assertThatThrownBy(
            () -> new ConcatDataset(new ConcatDataset.Options(List.of(set(1, "a"), set(1, "b")))))
        .hasMessageContaining("datasets[1] has the classes [b], but datasets[0] has [a]");
    assertThatThrownBy(() -> new ConcatDataset.Options(List.of()))
        .hasMessageContaining("datasets is empty");
  }

  @Test
  void anotherPipelineIsThatOfEverySource() {
    Numbered first = new Numbered(2, List.of());
    Numbered second = new Numbered(2, List.of());
    Dataset both =
        new ConcatDataset(
            new ConcatDataset.Options(List.of(arguments -> first, arguments -> second)));
    Pipeline pipeline = new Pipeline(List.of());

    both.switchPipeline(pipeline);
    new RepeatDataset(new RepeatDataset.Options(arguments -> first, 3)).switchPipeline(pipeline);

    assertThat(first.pipelines()).containsExactly(pipeline, pipeline);
    assertThat(second.pipelines()).containsExactly(pipeline);
  }
}
