package io.vertebra.testkit.toy;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** Loads the image of a sample that has none, in colour. */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "ToyLoad",
    summary = "For tests: reads and decodes the image of a sample")
public final class ToyLoad implements Transform {
  private final ImageOps ops;

  /**
   * Makes the transform.
   *
   * @param ops decodes
   */
  public ToyLoad(ImageOps ops) {
    this.ops = ops;
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) throws IOException {
    return sample.withImage(
        ops.decode(sample.source().read(), sample.source().name(), ColorType.COLOR));
  }

  @Override
  public boolean loadsImage() {
    return true;
  }
}
