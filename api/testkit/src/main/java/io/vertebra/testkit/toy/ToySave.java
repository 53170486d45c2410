package io.vertebra.testkit.toy;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Checkpoints;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Saves the checkpoint {@code toy} when training is over. */
@Plugin(kind = Kind.HOOK, type = "ToySave", summary = "For tests: saves when training is over")
public final class ToySave implements Hook {
  /** Makes the hook. */
  public ToySave() {}

  @Override
  public int priority() {
    return Priority.LOWEST.value();
  }

  @Override
  public void afterTrain(Run run) {
    Progress progress = run.progress();
    try {
      run.checkpoints()
          .save("toy", new Checkpoints.Position(progress.epoch(), progress.iteration()));
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoint of the test cannot be written", e);
    }
  }
}
