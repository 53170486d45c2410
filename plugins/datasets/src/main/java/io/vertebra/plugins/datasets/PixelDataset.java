package io.vertebra.plugins.datasets;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Images of one size, all of them kept in memory as 8-bit values; a part of them may be taken. */
abstract class PixelDataset implements Dataset {
  private final ImageOps ops;
  private final List<String> classes;
  private volatile Pipeline pipeline;
  private final int[] indices;

  /**
   * Makes the set.
   *
   * @param ops gives memory for images
   * @param classes the names of the classes, by label
   * @param pipeline what is done to each image
   * @param indices which of the stored images are taken, in order
   */
  PixelDataset(ImageOps ops, List<String> classes, Pipeline pipeline, int... indices) {
    this.ops = requireNonNull(ops, "ops is null");
    this.classes = List.copyOf(classes);
    this.pipeline = pipeline;
    this.indices = indices;
  }

  /** The label of a stored image. */
  abstract int storedLabel(int stored);

  /** What a stored image is called. */
  abstract String name(int stored);

  /** Makes a stored image, owned by the caller. */
  abstract ImageBuffer image(int stored, ImageOps memory);

  @Override
  public final int size() {
    return indices.length;
  }

  @Override
  public final List<String> classes() {
    return classes;
  }

  @Override
  public final int label(int index) {
    return storedLabel(indices[index]);
  }

  @Override
  public final void switchPipeline(Pipeline other) {
    pipeline = other;
  }

  @Override
  public final Sample get(int index, RandomGenerator random) throws IOException {
    int stored = indices[index];
    Sample sample = Sample.of(new RawPixels(name(stored)), OptionalInt.of(storedLabel(stored)));
    return pipeline.apply(sample.withImage(image(stored, ops)), random);
  }

  /** An image that was never encoded. */
  private record RawPixels(String name) implements ImageSource {
    @Override
    public byte[] read() throws IOException {
      throw new IOException(
          "'%s' is raw pixels, not an image file: take LoadImageFromFile out of the pipeline of"
                  .formatted(name)
              + " this data set, its images are loaded already");
    }
  }
}
