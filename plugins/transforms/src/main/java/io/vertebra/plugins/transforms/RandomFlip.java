package io.vertebra.plugins.transforms;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageOps;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Shorthand;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Mirrors some of the images, {@code mmcv.transforms.RandomFlip}. Each takes one random draw. */
@Plugin(kind = Kind.TRANSFORM, type = "RandomFlip", summary = "Mirrors some of the images")
public final class RandomFlip implements Transform {
  private final Options options;
  private final ImageOps ops;

  /**
   * Options of {@link RandomFlip}.
   *
   * @param prob the probability that an image is mirrored
   * @param direction the axes
   */
  public record Options(
      @Doc(
              "probability that an image is mirrored; where direction is a list, a list of one for"
                  + " each, or one that is shared out evenly")
          DoubleList prob,
      @Doc("axes along which it is mirrored, or a list of them") @Default("horizontal")
          Directions direction) {
    /** Checks the probabilities. */
    public Options {
      List<Double> probs = prob.values();
      double sum = probs.stream().mapToDouble(Double::doubleValue).sum();
      if (probs.stream().anyMatch(each -> each < 0) || sum > 1) {
        throw new IllegalArgumentException(
            "prob is %s: expected 0 to 1, all together".formatted(probs));
      }
      if (probs.size() != 1 && probs.size() != direction.values().size()) {
        throw new IllegalArgumentException(
            "prob has %d numbers, but direction has %d: give one number, or one for each"
                .formatted(probs.size(), direction.values().size()));
      }
    }

    /** The direction that a draw from 0 to 1 stands for, or empty for none. */
    private Optional<FlipDirection> at(double draw) {
      double bound = 0;
      int count = direction.values().size();
      for (int i = 0; i < count; i++) {
        bound += prob.values().size() == 1 ? prob.values().get(0) / count : prob.values().get(i);
        if (draw < bound) {
          return Optional.of(direction.values().get(i));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Axes, written as a list or, when there is one, by its name.
   *
   * @param values the axes
   */
  public record Directions(@Doc("the axes") List<FlipDirection> values) {
    /** Makes a list that does not change. */
    public Directions {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("direction is an empty list");
      }
    }

    /**
     * Makes a list of one.
     *
     * @param only the axes
     * @return the list
     */
    @Shorthand
    public static Directions of(FlipDirection only) {
      return new Directions(List.of(only));
    }

    /**
     * Makes a list.
     *
     * @param values the axes
     * @return the list
     */
    @Shorthand
    public static Directions of(List<FlipDirection> values) {
      return new Directions(values);
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   * @param ops mirrors
   */
  public RandomFlip(Options options, ImageOps ops) {
    this.options = requireNonNull(options, "options is null");
    this.ops = requireNonNull(ops, "ops is null");
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    Optional<FlipDirection> direction = options.at(random.nextDouble());
    return sample.mapImage(
        image -> direction.isPresent() ? ops.flip(image, direction.get()) : image);
  }
}
