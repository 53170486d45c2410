package io.vertebra.testkit.toy;

import io.vertebra.api.options.Doc;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Progress;
import io.vertebra.api.train.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Writes each of its calls into the file {@code calls.txt} of the work directory. */
@Plugin(kind = Kind.HOOK, type = "ToyRecorder", summary = "For tests: notes when it is called")
public final class ToyRecorder implements Hook {
  /** The file in the work directory. */
  public static final String FILE = "calls.txt";

  /** What its state calls its name. */
  public static final String NAME = "name";

  private final Options options;

  /**
   * Options of {@link ToyRecorder}.
   *
   * @param name what it calls itself in the file
   */
  public record Options(@Doc("what it calls itself in the file") String name) {}

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public ToyRecorder(Options options) {
    this.options = options;
  }

  @Override
  public Map<String, Object> state() {
    return Map.of(NAME, options.name());
  }

  @Override
  public void beforeRun(Run run) {
    note(run, "before_run");
  }

  @Override
  public void afterLoadCheckpoint(Run run) {
    note(run, "after_load_checkpoint");
  }

  @Override
  public void beforeTrain(Run run) {
    note(run, "before_train");
  }

  @Override
  public void beforeTrainEpoch(Run run) {
    note(run, "before_train_epoch");
  }

  @Override
  public void beforeTrainIter(Run run) {
    noteBatch(run, "before_train_iter");
  }

  @Override
  public void afterTrainIter(Run run) {
    noteBatch(run, "after_train_iter");
  }

  @Override
  public void afterTrainEpoch(Run run) {
    note(run, "after_train_epoch");
  }

  @Override
  public void beforeVal(Run run) {
    note(run, "before_val");
  }

  @Override
  public void beforeValEpoch(Run run) {
    note(run, "before_val_epoch");
  }

  @Override
  public void beforeValIter(Run run) {
    noteBatch(run, "before_val_iter");
  }

  @Override
  public void afterValIter(Run run) {
    noteBatch(run, "after_val_iter");
  }

  @Override
  public void afterValEpoch(Run run, Map<String, Double> metrics) {
    note(run, "after_val_epoch");
  }

  @Override
  public void afterVal(Run run) {
    note(run, "after_val");
  }

  @Override
  public void beforeSaveCheckpoint(Run run) {
    note(run, "before_save_checkpoint");
  }

  @Override
  public void afterTrain(Run run) {
    note(run, "after_train");
  }

  @Override
  public void beforeTest(Run run) {
    note(run, "before_test");
  }

  @Override
  public void beforeTestEpoch(Run run) {
    note(run, "before_test_epoch");
  }

  @Override
  public void beforeTestIter(Run run) {
    noteBatch(run, "before_test_iter");
  }

  @Override
  public void afterTestIter(Run run) {
    noteBatch(run, "after_test_iter");
  }

  @Override
  public void afterTestEpoch(Run run, Map<String, Double> metrics) {
    note(run, "after_test_epoch");
  }

  @Override
  public void afterTest(Run run) {
    note(run, "after_test");
  }

  @Override
  public void afterRun(Run run) {
    note(run, "after_run");
  }

  private void noteBatch(Run run, String stage) {
    note(run, stage + "," + run.progress().batch());
  }

  private void note(Run run, String call) {
    Progress progress = run.progress();
    String line =
        "%s %d/%d %s".formatted(options.name(), progress.epoch(), progress.iteration(), call);
    try {
      Files.write(
          run.workDirectory().resolve(FILE),
          List.of(line),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the call of a hook cannot be noted", e);
    }
  }
}
