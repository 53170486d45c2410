package io.vertebra.plugins.batchaugments;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.vertebra.api.data.Batch;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.BatchAugment;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.random.RandomGenerator;

/**
 * Pastes another image, made small, onto each image, and shares targets by its area (Qin et al.,
 * ResizeMix, 2020), {@code mmpretrain.models.ResizeMix}. A box without pixels leaves a batch alone.
 */
@Plugin(
    kind = Kind.BATCH_AUGMENT,
    type = "ResizeMix",
    summary = "Pastes another image, made small, onto each image")
public final class ResizeMix implements BatchAugment {
  private final Options options;

  /**
   * Options of {@link ResizeMix}.
   *
   * @param cut how boxes are drawn
   * @param lamMin the least share
   * @param lamMax the greatest share
   * @param interpolation how images are made small
   */
  public record Options(
      @Inline CutOptions cut,
      @Doc("least share outside the box; what is drawn is mapped to the range")
          @Default("0.1")
          @Range(min = 0, max = 1)
          double lamMin,
      @Doc("greatest share outside the box") @Default("0.8") @Range(min = 0, max = 1) double lamMax,
      @Doc("how images are made small: bilinear or bicubic") @Default("bilinear")
          Interpolation interpolation) {
    /** Checks the range and the rule. */
    public Options {
      if (lamMin > lamMax) {
        throw new IllegalArgumentException(
            "lam_min %s is greater than lam_max %s".formatted(lamMin, lamMax));
      }
      if (interpolation != Interpolation.BILINEAR && interpolation != Interpolation.BICUBIC) {
        throw new IllegalArgumentException(
            "interpolation is %s: batches are resized by bilinear or bicubic"
                .formatted(interpolation.label()));
      }
    }
  }

  /**
   * Makes the augment.
   *
   * @param options the options
   */
  public ResizeMix(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Batch mix(Context context, Batch batch, RandomGenerator random) {
    return mix(context, batch, MixDraws.of(random));
  }

  Batch mix(Context context, Batch batch, MixDraws draws) {
    NDArray images = batch.images();
    int samples = (int) images.getShape().get(0);
    double drawn = draws.beta(options.cut().alpha());
    double share = drawn * (options.lamMax() - options.lamMin()) + options.lamMin();
    Partners partners = Partners.of(batch, draws.permutation(samples));
    CutOptions.Cut cut = options.cut().draw(partners.imageShape(), share, draws);
    CutBox box = cut.box();
    if (box.isEmpty()) {
      return batch;
    }
    IntPair size = new IntPair(box.height(), box.width());
    NDArray small = context.ops().interpolate(partners.images(), size, options.interpolation());
    images.set(
        new NDIndex(
            ":, :, %d:%d, %d:%d".formatted(box.top(), box.bottom(), box.left(), box.right())),
        small);
    return partners.mixed(images, cut.share());
  }
}
