package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfilerHookTest {
  private static final long MILLI = 1_000_000;

  @TempDir private Path folder;

  private FakeRun run;

  private ProfilerHook begin(boolean byEpoch, int times, Optional<String> trace) {
    run = new FakeRun().in(folder);
    ProfilerHook hook = new ProfilerHook(new ProfilerHook.Options(byEpoch, times, trace));
    hook.beforeTrain(run.run());
    return hook;
  }

  /** An iteration of 10 ms, of which the data takes 1. */
  private void iteration(ProfilerHook hook, int batch) {
    long start = 10 * MILLI * batch;
    run.listener().ended(Phase.DATA, start, start + MILLI);
    run.listener().ended(Phase.FORWARD, start + MILLI, start + 4 * MILLI);
    run.listener().ended(Phase.BACKWARD, start + 4 * MILLI, start + 8 * MILLI);
    run.listener().ended(Phase.UPDATE, start + 8 * MILLI, start + 9 * MILLI);
    hook.afterTrainIter(run.iteration(0, batch).run());
    run.listener().ended(Phase.HOOKS, start + 9 * MILLI, start + 10 * MILLI);
  }

  @Test
  void tellsATableAfterTheIterationsThatAreTimed() {
    ProfilerHook hook = begin(false, 2, Optional.empty());
    iteration(hook, 0);
    assertThat(run.calls()).isEmpty();
    iteration(hook, 1);
    iteration(hook, 2);
    hook.afterTrain(run.run());
    assertThat(run.calls())
        .containsExactly(
            "note time by phase, 2 iterations:",
            "note phase         seconds   share    times    mean ms longest ms",
            "note data            0.002   10.0%        2      1.000      1.000",
            "note forward         0.006   30.0%        2      3.000      3.000",
            "note backward        0.008   40.0%        2      4.000      4.000",
            "note update          0.002   10.0%        2      1.000      1.000",
            "note hooks           0.002   10.0%        2      1.000      1.000",
            "note all             0.020  100.0%");
  }

  @Test
  void timesAnEpochWithItsLastHooks() {
    ProfilerHook hook = begin(true, 1, Optional.empty());
    iteration(hook, 0);
    iteration(hook, 1);
    hook.afterTrainEpoch(run.endOfEpoch(0).run());
    run.listener().ended(Phase.HOOKS, 0, 5 * MILLI);
    assertThat(run.calls())
        .contains(
            "note time by phase, 1 epochs:",
            "note hooks           0.007   28.0%        3      2.333      5.000");
  }

  @Test
  void tellsWhatThereIsOfAShorterRun() {
    ProfilerHook hook = begin(false, 100, Optional.empty());
    iteration(hook, 0);
    hook.afterTrain(run.run());
    assertThat(run.calls()).contains("note time by phase, 1 iterations:");
  }

  @Test
  void writesATraceWhereItIsAskedTo() throws IOException {
    iteration(begin(false, 1, Optional.of("traces/trace.json")), 0);
    Path file = folder.resolve("traces/trace.json");
    assertThat(run.calls()).contains("note trace for chrome://tracing: " + file);
    assertThat(Files.readString(file))
        .startsWith(
            """
            {"traceEvents": [
            {"name": "data", "ph": "X", "ts": 0.000, "dur": 1000.000, "pid": 1, "tid": 1},
            {"name": "forward", "ph": "X", "ts": 1000.000, "dur": 3000.000, "pid": 1, "tid": 1},
            """)
        .endsWith("\"dur\": 1000.000, \"pid\": 1, \"tid\": 1}\n]}\n");
  }

  @Test
  void namesATraceThatCannotBeWritten() throws IOException {
    Files.createDirectories(folder.resolve("trace.json/in the way"));
    ProfilerHook hook = begin(false, 1, Optional.of("trace.json"));
    assertThatThrownBy(() -> iteration(hook, 0))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the trace cannot be written to '%s'", folder.resolve("trace.json"));
  }
}
