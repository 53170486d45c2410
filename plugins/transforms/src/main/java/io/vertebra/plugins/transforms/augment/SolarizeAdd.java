package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.PointTable;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Adds to values below a threshold, {@code mmpretrain.datasets.SolarizeAdd}. The sum is rounded
 * down and at most 255.
 */
@Plugin(kind = Kind.TRANSFORM, type = "SolarizeAdd", summary = "Adds to values below a threshold")
public final class SolarizeAdd extends Augmentation {
  private final Options options;

  /**
   * Options of {@link SolarizeAdd}.
   *
   * @param magnitude what is added
   * @param thr the threshold
   * @param strength how often and how strongly
   */
  public record Options(
      @Doc("added to values below thr") Optional<Double> magnitude,
      @Doc("values below this are changed") @Default("128") double thr,
      @Inline Strength strength) {
    /** Checks that there is one magnitude. */
    public Options {
      strength.requireOne("magnitude", magnitude);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public SolarizeAdd(Options options) {
    super(options.strength());
    this.options = options;
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    double added = strength().magnitude(options.magnitude(), random);
    PointTable.of(value -> value < options.thr() ? (int) Math.min(value + added, 255) : value)
        .apply(image);
    return image;
  }

  @Override
  SolarizeAdd within(Levels levels, Hyperparameters hyperparameters) {
    return new SolarizeAdd(
        new Options(options.magnitude(), options.thr(), options.strength().at(levels)));
  }
}
