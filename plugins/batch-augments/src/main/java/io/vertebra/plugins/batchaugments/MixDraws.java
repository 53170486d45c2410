package io.vertebra.plugins.batchaugments;

import io.vertebra.api.data.Dirichlet;
import java.util.random.RandomGenerator;

/** What mixes draw. */
interface MixDraws {
  /** Draws from Beta(alpha, alpha). */
  double beta(double alpha);

  /** Draws an order of 0 to {@code size - 1}. */
  long[] permutation(int size);

  /** Draws a whole number evenly, from {@code low} to {@code high - 1}. */
  int between(int low, int high);

  /** Draws from a generator. */
  static MixDraws of(RandomGenerator random) {
    return new MixDraws() {
      @Override
      public double beta(double alpha) {
        return new Dirichlet(alpha).draw(2, random)[0];
      }

      @Override
      public long[] permutation(int size) {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
          int place = random.nextInt(i + 1);
          order[i] = order[place];
          order[place] = i;
        }
        return order;
      }

      @Override
      public int between(int low, int high) {
        return random.nextInt(low, high);
      }
    };
  }
}
