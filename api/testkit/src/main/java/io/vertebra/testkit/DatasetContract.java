package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What holds for every {@link Dataset}. Write its files before {@link #config} names them, for
 * example into a static {@code @TempDir}. Files are loaded by {@code {type: ToyLoad}} in a
 * pipeline.
 */
public abstract class DatasetContract extends PartContract<Dataset> {
  /** Makes the contract. */
  protected DatasetContract() {
    super(Kind.DATASET, Dataset.class);
  }

  /**
   * How many samples the data set of the config has.
   *
   * @return 1 or more
   */
  protected abstract int size();

  /**
   * Whether each sample has one label.
   *
   * @return true unless samples have sets of labels, or several tasks
   */
  protected boolean hasOneLabel() {
    return true;
  }

  @Override
  final void exercise(PluginRuntime runtime, Dataset part) throws IOException {
    pixels(part, 0);
  }

  private static List<Integer> pixels(Dataset dataset, int index) throws IOException {
    return Pictures.take(dataset.get(index, new SplittableRandom(index)));
  }

  @Test
  final void labelsAreThoseOfItsClasses() {
    try (PartBuilder builder = new PartBuilder()) {
      Dataset dataset = build(builder);
      assertThat(dataset.size()).isEqualTo(size());
      for (int index = 0; index < size(); index++) {
        assertThat(dataset.target(index).labels())
            .allSatisfy(label -> assertThat(label).isBetween(0, dataset.classes().size() - 1));
        if (hasOneLabel()) {
          assertThat(dataset.target(index)).isEqualTo(Target.of(dataset.label(index)));
        }
      }
    }
  }

  @Test
  final void samplesHaveTheirLabelAndAnImageOfTheirOwn() throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Dataset dataset = build(builder);
      for (int index = 0; index < size(); index++) {
        Sample sample = dataset.get(index, new SplittableRandom(0));
        assertThat(sample.target()).isEqualTo(dataset.target(index));
        assertThat(sample.source().name()).isNotEmpty();
        assertThat(plugins().liveImages()).isEqualTo(1);
        sample.image().close();
      }
    }
  }

  @Test
  final void sameRandomStateGivesTheSamePixels() throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Dataset dataset = build(builder);
      for (int index = 0; index < size(); index++) {
        assertThat(pixels(dataset, index)).isEqualTo(pixels(dataset, index));
      }
    }
  }

  @Test
  final void manyThreadsMayReadAtOnce() throws IOException {
    try (PartBuilder builder = new PartBuilder()) {
      Dataset dataset = build(builder);
      List<Integer> alone = pixels(dataset, size() - 1);
      assertThat(Crowd.results(() -> pixels(dataset, size() - 1))).containsOnly(alone);
    }
  }

  @Test
  final void indexBeyondTheEndIsRefused() {
    try (PartBuilder builder = new PartBuilder()) {
      Dataset dataset = build(builder);
      assertThatThrownBy(() -> dataset.target(size()))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> dataset.get(size(), new SplittableRandom(0)))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  final void closesTwice() {
    try (PartBuilder builder = new PartBuilder()) {
      Dataset dataset = build(builder);
      dataset.close();
      dataset.close();
    }
  }
}
