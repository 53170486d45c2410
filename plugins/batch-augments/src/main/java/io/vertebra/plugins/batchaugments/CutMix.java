package io.vertebra.plugins.batchaugments;

import static java.util.Objects.requireNonNull;

import io.vertebra.api.data.Batch;
import io.vertebra.api.model.BatchAugment;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.random.RandomGenerator;

/**
 * Replaces a box of each image by that of another, and shares targets by its area (Yun et al.,
 * CutMix, 2019), {@code mmpretrain.models.CutMix}.
 */
@Plugin(
    kind = Kind.BATCH_AUGMENT,
    type = "CutMix",
    summary = "Replaces a box of each image by that of another")
public final class CutMix implements BatchAugment {
  private final Options options;

  /**
   * Options of {@link CutMix}.
   *
   * @param cut how boxes are drawn
   * @param mode what shares a draw
   */
  public record Options(
      @Inline CutOptions cut,
      @Doc("batch: one box for all samples; elem: one for each") @Default("batch") MixMode mode) {}

  /**
   * Makes the augment.
   *
   * @param options the options
   */
  public CutMix(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Batch mix(Context context, Batch batch, RandomGenerator random) {
    return mix(batch, MixDraws.of(random));
  }

  Batch mix(Batch batch, MixDraws draws) {
    int samples = (int) batch.images().getShape().get(0);
    double[] shares = new double[options.mode().draws(samples)];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = draws.beta(options.cut().alpha());
    }
    Partners partners = Partners.of(batch, draws.permutation(samples));
    for (int i = 0; i < shares.length; i++) {
      CutOptions.Cut cut = options.cut().draw(partners.imageShape(), shares[i], draws);
      shares[i] = cut.share();
      int last = shares.length == 1 ? samples : i + 1;
      cut.box().paste(partners.images(), batch.images(), i, last);
    }
    return partners.mixed(batch.images(), shares);
  }
}
