package io.vertebra.engine.inference;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.ImageSource;
import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageOps;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Images without labels, on their way through the pipeline of a test. */
record ImageSet(List<ImageSource> images, Pipeline pipeline, ImageOps ops, ColorType colorType)
    implements Dataset {
  @Override
  public int size() {
    return images.size();
  }

  @Override
  public List<String> classes() {
    return List.of();
  }

  @Override
  public int label(int index) {
    throw new IllegalStateException("images to predict have no labels");
  }

  @Override
  public Sample get(int index, RandomGenerator random) throws IOException {
    ImageSource source = images.get(index);
    Sample sample = Sample.of(source, OptionalInt.empty());
    boolean loads = !pipeline.transforms().isEmpty() && pipeline.transforms().get(0).loadsImage();
    return pipeline.apply(loads ? sample : loaded(sample), random);
  }

  /** Loads the image where the data set of the test hands images to its pipeline itself. */
  private Sample loaded(Sample sample) throws IOException {
    ImageSource source = sample.source();
    return sample.withImage(ops.decode(source.read(), source.name(), colorType));
  }
}
