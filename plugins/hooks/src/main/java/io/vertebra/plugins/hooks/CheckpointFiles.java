package io.vertebra.plugins.hooks;

import io.vertebra.api.train.Checkpoints.Position;
import io.vertebra.api.train.Run;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Names, writes and deletes checkpoints.
 *
 * @param byEpoch whether names count epochs rather than iterations
 */
record CheckpointFiles(boolean byEpoch) {
  /** The name of the regular checkpoint of a position, such as {@code epoch_3}. */
  String name(Position position) {
    return byEpoch ? "epoch_" + position.epoch() : "iter_" + position.iteration();
  }

  /** The name of the best checkpoint, such as {@code best_accuracy_top1_epoch_3}. */
  String bestName(String metric, Position position) {
    return "best_" + metric.replace('/', '_') + "_" + name(position);
  }

  void save(Run run, String name, Position position) {
    try {
      run.checkpoints().save(name, position);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write checkpoint '" + name + "'", e);
    }
  }

  void delete(Run run, String name) {
    try {
      run.checkpoints().delete(name);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete checkpoint '" + name + "'", e);
    }
  }
}
