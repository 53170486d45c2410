package io.vertebra.plugins.batchaugments;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.data.Batch;
import io.vertebra.api.model.BatchAugment;
import io.vertebra.api.model.Context;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Adds to each image a share of another, and to its target the same share (Zhang et al., mixup,
 * 2018), {@code mmpretrain.models.Mixup}.
 */
@Plugin(
    kind = Kind.BATCH_AUGMENT,
    type = "Mixup",
    summary = "Adds to each image and target a share of another")
public final class Mixup implements BatchAugment {
  private final Options options;

  /**
   * Options of {@link Mixup}.
   *
   * @param alpha the parameter of the share
   * @param mode what shares a draw
   */
  public record Options(
      @Doc("parameter of Beta(alpha, alpha), from which the share is drawn: small for small shares")
          double alpha,
      @Doc("batch: one share for all samples; elem: one for each") @Default("batch") MixMode mode) {
    /** Checks the parameter. */
    public Options {
      Alpha.requirePositive(alpha);
    }
  }

  /**
   * Makes the augment.
   *
   * @param options the options
   */
  public Mixup(Options options) {
    this.options = requireNonNull(options, "options is null");
  }

  @Override
  public Batch mix(Context context, Batch batch, RandomGenerator random) {
    return mix(batch, MixDraws.of(random));
  }

  Batch mix(Batch batch, MixDraws draws) {
    int samples = (int) batch.images().getShape().get(0);
    double[] shares =
        DoubleStream.generate(() -> draws.beta(options.alpha()))
            .limit(options.mode().draws(samples))
            .toArray();
    Partners partners = Partners.of(batch, draws.permutation(samples));
    NDArray images = Partners.weighted(batch.images(), partners.images(), shares);
    return partners.mixed(images, shares);
  }
}
