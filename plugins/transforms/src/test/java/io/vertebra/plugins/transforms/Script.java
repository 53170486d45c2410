package io.vertebra.plugins.transforms;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** Draws that are written down: the numbers themselves, and 0 where none are left. */
final class Script implements RandomGenerator {
  private final Deque<Double> doubles = new ArrayDeque<>();
  private final Deque<Integer> ints = new ArrayDeque<>();
  private DoubleSupplier gaussians = () -> 0;

  Script doubles(Double... values) {
    doubles.addAll(Arrays.asList(values));
    return this;
  }

  Script ints(List<Integer> values) {
    ints.addAll(values);
    return this;
  }

  Script gaussians(DoubleSupplier values) {
    gaussians = values;
    return this;
  }

  @Override
  public double nextDouble() {
    return doubles.isEmpty() ? 0 : doubles.remove();
  }

  @Override
  public int nextInt(int bound) {
    return ints.isEmpty() ? 0 : ints.remove();
  }

  @Override
  public double nextGaussian() {
    return gaussians.getAsDouble();
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("no transform draws this");
  }
}
