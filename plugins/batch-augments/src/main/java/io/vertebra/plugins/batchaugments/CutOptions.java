package io.vertebra.plugins.batchaugments;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.List;
import java.util.Optional;

/**
 * How boxes are drawn.
 *
 * @param alpha the parameter of the share
 * @param cutmixMinmax bounds of the sides instead
 * @param correctLam whether targets follow the box
 */
public record CutOptions(
    @Doc("parameter of Beta(alpha, alpha), from which the share outside the box is drawn")
        double alpha,
    @Doc("[least, greatest] part of each side of the image that the box has, in place of alpha")
        @Range(min = 0, max = 1)
        Optional<List<Double>> cutmixMinmax,
    @Doc("mix targets by the area of the box, which the borders may clip, rather than as drawn")
        @Default("true")
        boolean correctLam) {
  /** Checks the parameter and the bounds. */
  public CutOptions {
    Alpha.requirePositive(alpha);
    List<Double> bounds = cutmixMinmax.orElse(List.of(0.0, 1.0));
    if (bounds.size() != 2 || bounds.get(0) >= bounds.get(1)) {
      throw new IllegalArgumentException(
          "cutmix_minmax is %s: expected two numbers, the smaller first".formatted(bounds));
    }
  }

  /** Draws a box, and the share of its own that a target keeps. */
  Cut draw(Shape image, double share, MixDraws draws) {
    CutBox box =
        cutmixMinmax.isPresent()
            ? within(image, cutmixMinmax.get(), draws)
            : CutBox.around(image, share, draws);
    boolean corrected = correctLam || cutmixMinmax.isPresent();
    return new Cut(box, corrected ? box.outside(image) : share);
  }

  private static CutBox within(Shape image, List<Double> bounds, MixDraws draws) {
    int height = side(image.get(0), bounds, draws);
    int width = side(image.get(1), bounds, draws);
    int top = draws.between(0, (int) image.get(0) - height);
    int left = draws.between(0, (int) image.get(1) - width);
    return new CutBox(top, top + height, left, left + width);
  }

  private static int side(long length, List<Double> bounds, MixDraws draws) {
    int least = (int) (length * bounds.get(0));
    int greatest = (int) (length * bounds.get(1));
    return draws.between(least, Math.max(least + 1, greatest));
  }

  /**
   * A box that was drawn.
   *
   * @param box the box
   * @param share the share of its own that a target keeps
   */
  record Cut(CutBox box, double share) {}
}
