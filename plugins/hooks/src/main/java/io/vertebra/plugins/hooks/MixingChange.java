package io.vertebra.plugins.hooks;

import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.DoubleList;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.Optional;

/**
 * How batches are mixed from some epoch on: as before, or by these {@link BatchAugments}.
 *
 * @param augments the ways
 * @param probs their probabilities
 * @param offEpoch when mixing ends
 */
public record MixingChange(
    @Doc("a batch augment such as {type: Mixup, alpha: 0.8}, or a list of which one is drawn")
        Optional<BatchAugments.Choices> augments,
    @Doc("probability of each; all the same by default") Optional<DoubleList> probs,
    @Doc("from this epoch on, counted from 0, batches stay as they are; never by default")
        @Range(min = 0)
        Optional<Integer> offEpoch) {
  /** The one name that a config can give. */
  public enum Name {
    /** No change. */
    KEEP
  }

  /** Checks that there is something to mix by. */
  public MixingChange {
    if (augments.isEmpty() && (probs.isPresent() || offEpoch.isPresent())) {
      throw new IllegalArgumentException("augments is missing");
    }
    augments.ifPresent(ways -> new BatchAugments(ways, probs, offEpoch));
  }

  /**
   * Takes the name {@code keep}.
   *
   * @param name the name
   * @return no change
   */
  @Shorthand
  public static MixingChange ofName(Name name) {
    return new MixingChange(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The new ways; empty where batches are mixed as before. */
  Optional<BatchAugments> ways() {
    return augments.map(ways -> new BatchAugments(ways, probs, offEpoch));
  }
}
