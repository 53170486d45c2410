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

/** Grey images of a pair of IDX files, all of them kept in memory as 8-bit values. */
abstract class IdxDataset implements Dataset {
  private final ImageOps ops;
  private final List<String> classes;
  private final Pipeline pipeline;
  private final IdxFile images;
  private final IdxFile labels;

  IdxDataset(IdxOptions options, ImageOps ops, List<String> classes) throws IOException {
    this.ops = requireNonNull(ops, "ops is null");
    this.classes = classes;
    this.pipeline = new Pipeline(options.pipeline());
    this.images = IdxFile.read(options.folder(), options.part().imagesFile(), 3);
    this.labels = IdxFile.read(options.folder(), options.part().labelsFile(), 1);
    checkLabels();
  }

  private void checkLabels() throws IOException {
    if (labels.size(0) != size()) {
      throw new IOException(
          "'%s' has %d labels, but '%s' has %d images: they do not belong together"
              .formatted(labels.path(), labels.size(0), images.path(), size()));
    }
    for (int i = 0; i < size(); i++) {
      if (label(i) >= classes.size()) {
        throw new IOException(
            "'%s' has the label %d at index %d, but there are only %d classes"
                .formatted(labels.path(), label(i), i, classes.size()));
      }
    }
  }

  @Override
  public final int size() {
    return images.size(0);
  }

  @Override
  public final List<String> classes() {
    return classes;
  }

  @Override
  public final int label(int index) {
    return labels.value(index);
  }

  @Override
  public final Sample get(int index, RandomGenerator random) throws IOException {
    Sample sample =
        Sample.of(new RawPixels(images.path() + "[" + index + "]"), OptionalInt.of(label(index)));
    return pipeline.apply(sample.withImage(image(index)), random);
  }

  private ImageBuffer image(int index) {
    int height = images.size(1);
    int width = images.size(2);
    int length = height * width;
    ImageBuffer image = ops.allocate(height, width, 1);
    images.copy(index * length, length, image.pixels());
    return image;
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
