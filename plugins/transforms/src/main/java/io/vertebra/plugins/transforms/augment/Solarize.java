package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.PointTable;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Inverts values from a threshold on, {@code mmpretrain.datasets.Solarize}. */
@Plugin(kind = Kind.TRANSFORM, type = "Solarize", summary = "Inverts values from a threshold on")
public final class Solarize extends Augmentation {
  private final Options options;

  /**
   * Options of {@link Solarize}.
   *
   * @param thr the threshold
   * @param strength how often and how strongly
   */
  public record Options(
      @Doc("values from this on are inverted") Optional<Double> thr, @Inline Strength strength) {
    /** Checks that there is one magnitude. */
    public Options {
      strength.requireOne("thr", thr);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Solarize(Options options) {
    super(options.strength());
    this.options = options;
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    double threshold = strength().magnitude(options.thr(), random);
    PointTable.of(value -> value < threshold ? value : 255 - value).apply(image);
    return image;
  }

  @Override
  Solarize within(Levels levels, Hyperparameters hyperparameters) {
    return new Solarize(new Options(options.thr(), options.strength().at(levels)));
  }
}
