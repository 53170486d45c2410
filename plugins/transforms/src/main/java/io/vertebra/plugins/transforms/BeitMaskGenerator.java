package io.vertebra.plugins.transforms;

import io.vertebra.api.data.PatchMask;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Hides random rectangles of patches until a number of patches is hidden (Bao et al., BEiT, 2022,
 * algorithm 1), {@code mmpretrain.datasets.BEiTMaskGenerator}.
 */
@Plugin(
    kind = Kind.TRANSFORM,
    type = "BEiTMaskGenerator",
    summary = "Hides random rectangles of patches until a number is hidden")
public final class BeitMaskGenerator implements Transform {
  private static final int ATTEMPTS = 10;
  private static final int MOST_ROUNDS = 10_000;

  private final Options options;
  private final List<Double> ratios;

  /**
   * Options of {@link BeitMaskGenerator}.
   *
   * @param inputSize patches along each side
   * @param numMaskingPatches how many are hidden
   * @param minNumPatches the least of a rectangle
   * @param maxNumPatches the most of a rectangle
   * @param minAspect the least ratio of height to width
   * @param maxAspect the greatest
   */
  public record Options(
      @Doc("[rows, columns] of patches, or one number for both") IntPair inputSize,
      @Doc("patches that are hidden") @Range(min = 0) int numMaskingPatches,
      @Doc("least patches of a rectangle") @Default("4") @Range(min = 1) int minNumPatches,
      @Doc("most patches of a rectangle; num_masking_patches by default") @Range(min = 1)
          Optional<Integer> maxNumPatches,
      @Doc("least ratio of height to width of a rectangle") @Default("0.3") @Range(min = 0)
          double minAspect,
      @Doc("greatest ratio; one over the least by default") @Range(min = 0)
          Optional<Double> maxAspect) {
    /** Checks that there are as many patches as are hidden. */
    public Options {
      Pairs.requirePositive("input_size", inputSize);
      int all = inputSize.first() * inputSize.second();
      if (numMaskingPatches > all) {
        throw new IllegalArgumentException(
            "num_masking_patches is %d, but there are %d patches"
                .formatted(numMaskingPatches, all));
      }
      Ranges.requirePositive(
          "min_aspect, max_aspect", List.of(minAspect, maxAspect.orElse(1 / minAspect)));
    }
  }

  /**
   * Makes the transform.
   *
   * @param options the options
   */
  public BeitMaskGenerator(Options options) {
    this.options = options;
    this.ratios = List.of(options.minAspect(), options.maxAspect().orElse(1 / options.minAspect()));
  }

  @Override
  public Sample apply(Sample sample, RandomGenerator random) {
    int rows = options.inputSize().first();
    int columns = options.inputSize().second();
    boolean[] hidden = new boolean[rows * columns];
    int left = options.numMaskingPatches();
    for (int round = 0; left > 0 && round < MOST_ROUNDS; round++) {
      left -= hide(hidden, Math.min(left, options.maxNumPatches().orElse(left)), random);
    }
    for (int i = 0; left > 0; i++) {
      // Only where no rectangle fits what is left: the first patches that can still be seen.
      left -= hidden[i] ? 0 : 1;
      hidden[i] = true;
    }
    return sample.withMask(new PatchMask(rows, columns, hidden));
  }

  /** Hides one rectangle of at most so many new patches, if a draw fits, and tells how many. */
  private int hide(boolean[] hidden, int most, RandomGenerator random) {
    int rows = options.inputSize().first();
    int columns = options.inputSize().second();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double area = BoxDraw.uniform(options.minNumPatches(), most, random);
      double ratio =
          Math.exp(BoxDraw.uniform(Math.log(ratios.get(0)), Math.log(ratios.get(1)), random));
      int height = (int) Math.rint(Math.sqrt(area * ratio));
      int width = (int) Math.rint(Math.sqrt(area / ratio));
      if (width < columns && height < rows) {
        int first = random.nextInt(rows - height) * columns + random.nextInt(columns - width);
        int added = count(hidden, first, height, width);
        if (added > 0 && added <= most) {
          fill(hidden, first, height, width);
          return added;
        }
      }
    }
    return 0;
  }

  private int count(boolean[] hidden, int first, int height, int width) {
    int seen = 0;
    for (int i = 0; i < height * width; i++) {
      seen += hidden[first + i / width * options.inputSize().second() + i % width] ? 0 : 1;
    }
    return seen;
  }

  private void fill(boolean[] hidden, int first, int height, int width) {
    for (int i = 0; i < height * width; i++) {
      hidden[first + i / width * options.inputSize().second() + i % width] = true;
    }
  }
}
