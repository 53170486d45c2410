package io.vertebra.plugins.datasets;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Samples of another data set in an order of its own. The other one belongs to who made it. */
abstract class DatasetView implements Dataset {
  private final Dataset source;

  DatasetView(Dataset source) {
    this.source = requireNonNull(source, "source is null");
  }

  /**
   * The sample of the other data set that a sample is.
   *
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  abstract int sourceIndex(int index);

  @Override
  public final List<String> classes() {
    return source.classes();
  }

  @Override
  public final Map<String, List<String>> taskClasses() {
    return source.taskClasses();
  }

  @Override
  public final int label(int index) {
    return source.label(sourceIndex(index));
  }

  @Override
  public final Target target(int index) {
    return source.target(sourceIndex(index));
  }

  @Override
  public final Optional<ImageSource> source(int index) {
    return source.source(sourceIndex(index));
  }

  @Override
  public final Sample get(int index, RandomGenerator random) throws IOException {
    return source.get(sourceIndex(index), random);
  }

  @Override
  public final void switchPipeline(Pipeline pipeline) {
    source.switchPipeline(pipeline);
  }
}
