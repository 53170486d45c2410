package io.vertebra.engine.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.vertebra.api.data.Batch;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Arrays that were made of a batch ahead of their use.
 *
 * @param batch the arrays
 * @param owner owns them, and nothing else
 */
record DeviceCopy(Batch batch, NDManager owner) implements AutoCloseable {
  /** Gives the arrays to another owner. There is nothing to close afterwards. */
  Batch handTo(NDManager other) {
    Stream.of(
            batch.views().stream(),
            batch.taskTargets().values().stream(),
            Stream.of(batch.targets(), batch.masks()).filter(Objects::nonNull))
        .flatMap(arrays -> arrays)
        .forEach((NDArray array) -> array.attach(other));
    owner.close();
    return batch;
  }

  @Override
  public void close() {
    owner.close();
  }
}
