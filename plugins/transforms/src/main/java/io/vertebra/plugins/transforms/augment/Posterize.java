package io.vertebra.plugins.transforms.augment;

import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.plugins.transforms.pixels.PointTable;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps the highest bits of each value, {@code mmpretrain.datasets.Posterize}. Parts of a bit are
 * rounded up.
 */
@Plugin(kind = Kind.TRANSFORM, type = "Posterize", summary = "Keeps the highest bits of each value")
public final class Posterize extends Augmentation {
  private final Options options;

  /**
   * Options of {@link Posterize}.
   *
   * @param bits how many
   * @param strength how often and how strongly
   */
  public record Options(
      @Doc("bits that are kept, 0 to 8") Optional<Double> bits, @Inline Strength strength) {
    /** Checks that there is one magnitude. */
    public Options {
      strength.requireOne("bits", bits);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public Posterize(Options options) {
    super(options.strength());
    this.options = options;
  }

  @Override
  ImageBuffer operate(ImageBuffer image, RandomGenerator random) {
    int bits = (int) Math.ceil(strength().magnitude(options.bits(), random));
    int mask = 0xff << (8 - Math.max(0, Math.min(8, bits)));
    PointTable.of(value -> value & mask).apply(image);
    return image;
  }

  @Override
  Posterize within(Levels levels, Hyperparameters hyperparameters) {
    return new Posterize(new Options(options.bits(), options.strength().at(levels)));
  }
}
