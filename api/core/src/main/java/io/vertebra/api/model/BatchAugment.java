package io.vertebra.api.model;

import io.vertebra.api.data.Batch;
import io.vertebra.api.plugin.ExtensionPoint;
import io.vertebra.api.plugin.Kind;
import java.util.random.RandomGenerator;

/** Mixes the samples of a batch in training, images and targets alike. It keeps no state. */
@ExtensionPoint(Kind.BATCH_AUGMENT)
@FunctionalInterface
public interface BatchAugment {
  /**
   * Mixes a batch.
   *
   * @param context the arrays and operations of this pass
   * @param batch one view, N x C x H x W, float32, whose images may be changed in place; targets N
   *     x classes, float32
   * @param random the only source of chance
   * @return a batch of the same shapes, whose rows of targets have the sums of the rows that were
   *     mixed
   */
  Batch mix(Context context, Batch batch, RandomGenerator random);
}
