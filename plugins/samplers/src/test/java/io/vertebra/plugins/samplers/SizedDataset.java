package io.vertebra.plugins.samplers;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sample;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Samples without images.
 *
 * @param labels the label of each
 */
record SizedDataset(List<Integer> labels) implements Dataset {
  static SizedDataset of(int size) {
    return new SizedDataset(IntStream.range(0, size).mapToObj(i -> 0).toList());
  }

  @Override
  public int size() {
    return labels.size();
  }

  @Override
  public List<String> classes() {
    return List.of("a", "b", "c");
  }

  @Override
  public int label(int index) {
    return labels.get(index);
  }

  @Override
  public Sample get(int index, RandomGenerator random) {
    throw new UnsupportedOperationException("a sampler reads no samples");
  }
}
