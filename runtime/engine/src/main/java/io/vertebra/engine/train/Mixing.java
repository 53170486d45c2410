package io.vertebra.engine.train;

import io.vertebra.api.data.Batch;
import io.vertebra.api.model.BatchAugments;
import io.vertebra.api.model.Context;
import java.util.Optional;
import java.util.OptionalInt;

/** How batches of training are mixed at present. For one thread. */
public final class Mixing {
  private Optional<BatchAugments> ways;

  Mixing(Optional<BatchAugments> ways) {
    this.ways = ways;
  }

  /** Mixes in another way from here on. */
  void change(Optional<BatchAugments> others) {
    ways = others;
  }

  Batch mix(Context pass, Batch batch, OptionalInt classes) {
    return ways.map(each -> each.mix(pass, batch, classes)).orElse(batch);
  }
}
