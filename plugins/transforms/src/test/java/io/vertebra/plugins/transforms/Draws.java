package io.vertebra.plugins.transforms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws that are known: fractions of the range that is drawn from. */
final class Draws implements RandomGenerator {
  private final Deque<Double> doubles;
  private final Deque<Double> ints;

  Draws(List<Double> doubles, List<Double> ints) {
    this.doubles = new ArrayDeque<>(doubles);
    this.ints = new ArrayDeque<>(ints);
  }

  int left() {
    return doubles.size() + ints.size();
  }

  @Override
  public double nextDouble() {
    return doubles.remove();
  }

  @Override
  public int nextInt(int bound) {
    return Math.min((int) (ints.remove() * bound), bound - 1);
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("no transform draws this");
  }
}
