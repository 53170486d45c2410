package io.vertebra.engine.data;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Sample;
import java.io.IOException;
import java.util.SplittableRandom;

/** Reads the samples of one epoch, each with a source of chance of its own. */
record SampleReader(Dataset dataset, long seed, int epoch) {
  // Odd constants of SplittableRandom (golden gamma) and MurmurHash3: they keep neighbours apart.
  private static final long EPOCH_STRIDE = 0x9E3779B97F4A7C15L;
  private static final long POSITION_STRIDE = 0xFF51AFD7ED558CCDL;

  /**
   * Reads a sample.
   *
   * @param position its place in the epoch, which decides on its augmentation
   * @param index its index in the data set
   */
  Sample read(int position, int index) throws IOException {
    long state = seed + EPOCH_STRIDE * (epoch + 1L) + POSITION_STRIDE * (position + 1L);
    return dataset.get(index, new SplittableRandom(state));
  }
}
