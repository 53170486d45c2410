package io.vertebra.engine.survey;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Times the steps of a pipeline one by one, on one thread. */
public final class PipelineBench {
  private static final double MILLISECONDS = 1e-6;

  private final Dataset dataset;
  private final List<Transform> steps;
  private final long[] nanoseconds;
  private int images;

  /**
   * Makes a measurement.
   *
   * @param dataset images that have sources; stays with the caller
   * @param steps the steps that they go through, in order
   */
  public PipelineBench(Dataset dataset, List<Transform> steps) {
    this.dataset = dataset;
    this.steps = List.copyOf(steps);
    this.nanoseconds = new long[steps.size() + 1];
  }

  /**
   * Sends images through the steps. What was measured before is forgotten, so that a first call
   * warms up.
   *
   * @param count how many images
   * @throws IOException if an image cannot be read
   */
  public void run(int count) throws IOException {
    Arrays.fill(nanoseconds, 0);
    images = count;
    for (int i = 0; i < count; i++) {
      measure(i % dataset.size(), new SplittableRandom(i));
    }
  }

  private void measure(int index, SplittableRandom random) throws IOException {
    ImageSource source =
        dataset
            .source(index)
            .orElseThrow(() -> new IOException("the images of this data set are in no files"));
    long start = System.nanoTime();
    byte[] bytes = source.read();
    start = lap(0, start);
    Sample sample = Sample.of(new Held(source.name(), bytes), dataset.target(index));
    for (int step = 0; step < steps.size(); step++) {
      sample = steps.get(step).apply(sample, random);
      start = lap(step + 1, start);
    }
    if (sample.hasImage()) {
      sample.image().close();
    }
  }

  private long lap(int stage, long start) {
    long now = System.nanoTime();
    nanoseconds[stage] += now - start;
    return now;
  }

  /**
   * How long each stage took.
   *
   * @return milliseconds an image: of reading its file, then of each step
   */
  public List<Double> milliseconds() {
    return IntStream.range(0, nanoseconds.length)
        .mapToObj(stage -> nanoseconds[stage] * MILLISECONDS / images)
        .toList();
  }

  /** Bytes that are in memory already, so that reading them costs nothing. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Held(String name, byte[] bytes) implements ImageSource {
    @Override
    public byte[] read() {
      return bytes;
    }
  }
}
