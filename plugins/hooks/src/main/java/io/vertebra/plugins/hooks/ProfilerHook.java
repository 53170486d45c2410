package io.vertebra.plugins.hooks;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Phase;
import io.vertebra.api.train.Priority;
import io.vertebra.api.train.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Times the phases of the first iterations or epochs, and tells the logs a table of them: {@code
 * mmengine.hooks.ProfilerHook}, which times single operations instead. On request it writes a trace
 * of the phases for chrome://tracing too.
 */
@Plugin(
    kind = Kind.HOOK,
    type = "ProfilerHook",
    summary = "Tells how the time of training is spent")
public final class ProfilerHook implements Hook {
  private final Options options;
  private final PhaseTable table = new PhaseTable();
  private final ChromeTrace trace = new ChromeTrace();
  private int done;
  private boolean told;

  /**
   * Options of {@link ProfilerHook}.
   *
   * @param byEpoch whether epochs are counted rather than iterations
   * @param profileTimes how many are timed
   * @param jsonTracePath the file of the trace
   */
  public record Options(
      @Doc("count epochs rather than iterations") @Default("true") boolean byEpoch,
      @Doc("epochs or iterations that are timed") @Default("1") @Range(min = 1) int profileTimes,
      @Doc(
              "file of a trace for chrome://tracing, as seen from the work directory; none where it"
                  + " is left out")
          Optional<String> jsonTracePath) {}

  /**
   * Makes the hook.
   *
   * @param options the options
   */
  public ProfilerHook(Options options) {
    this.options = options;
  }

  @Override
  public int priority() {
    return Priority.VERY_LOW.value();
  }

  @Override
  public void beforeTrain(Run run) {
    run.timePhases((phase, start, end) -> add(run, phase, start, end));
  }

  @Override
  public void afterTrainIter(Run run) {
    done += options.byEpoch() ? 0 : 1;
  }

  @Override
  public void afterTrainEpoch(Run run) {
    done += options.byEpoch() ? 1 : 0;
  }

  /** Tells what there is of a run that was shorter than what was to be timed. */
  @Override
  public void afterTrain(Run run) {
    tell(run);
  }

  private void add(Run run, Phase phase, long start, long end) {
    if (told) {
      return;
    }
    table.add(phase, end - start);
    if (options.jsonTracePath().isPresent()) {
      trace.add(phase, start, end);
    }
    // The hooks of the last iteration belong to it, this one among them.
    if (phase == Phase.HOOKS && done >= options.profileTimes()) {
      tell(run);
    }
  }

  private void tell(Run run) {
    if (told) {
      return;
    }
    told = true;
    run.note("time by phase, %d %s:".formatted(done, options.byEpoch() ? "epochs" : "iterations"));
    List<String> lines = table.lines();
    lines.forEach(run::note);
    options.jsonTracePath().ifPresent(file -> write(run, run.workDirectory().resolve(file)));
  }

  private void write(Run run, Path file) {
    try {
      trace.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the trace cannot be written to '" + file + "'", e);
    }
    run.note("trace for chrome://tracing: " + file);
  }
}
