package io.vertebra.plugins.hooks;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import java.util.List;

/**
 * Refuses to run a network that scores another number of classes than its data has, {@code
 * mmpretrain.engine.ClassNumCheckHook}.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "ClassNumCheckHook",
    summary = "Compares the classes of the network with those of the data")
public final class ClassNumCheckHook implements Hook {
  private int scored;

  /** Makes the hook. */
  public ClassNumCheckHook() {}

  @Override
  public void beforeTrain(Run run) {
    check(run, "training");
  }

  @Override
  public void beforeVal(Run run) {
    check(run, "validation");
  }

  @Override
  public void beforeTest(Run run) {
    check(run, "test");
  }

  private void check(Run run, String data) {
    if (scored == 0) {
      scored = run.scoredClasses();
    }
    List<String> classes = run.classes();
    if (classes.size() != scored) {
      throw new IllegalArgumentException(
          "the network scores %d classes, but the %s data has %d: set num_classes of the head to %d"
              .formatted(scored, data, classes.size(), classes.size()));
    }
  }
}
