package io.vertebra.testkit.toy;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Target;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Sets of labels without images. */
@Plugin(
    kind = Kind.DATASET,
    type = "ToyLabels",
    summary = "For tests: sets of labels without images")
public final class ToyLabels implements Dataset {
  private final Options options;

  /**
   * Options of {@link ToyLabels}.
   *
   * @param classes how many classes there are
   * @param labels the labels of each sample
   */
  public record Options(
      @Doc("how many classes there are") @Range(min = 1) int classes,
      @Doc("the labels of each sample") List<List<Integer>> labels) {}

  /**
   * Makes the data set.
   *
   * @param options the options
   */
  public ToyLabels(Options options) {
    this.options = options;
  }

  @Override
  public int size() {
    return options.labels().size();
  }

  @Override
  public List<String> classes() {
    return IntStream.range(0, options.classes()).mapToObj(Integer::toString).toList();
  }

  @Override
  public int label(int index) {
    return options.labels().get(index).get(0);
  }

  @Override
  public Target target(int index) {
    return Target.ofLabels(options.classes(), options.labels().get(index));
  }

  @Override
  public Sample get(int index, RandomGenerator random) {
    throw new UnsupportedOperationException("there are no images");
  }
}
