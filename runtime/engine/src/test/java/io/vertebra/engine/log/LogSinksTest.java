package io.vertebra.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.RunStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogSinksTest {
  private static final Progress PROGRESS = new Progress(2, 9, 40, 90, 9, 10);

  private final List<String> events = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Notes what it gets, and fails from a step on. */
  private final class RecordingSink implements LogSink {
    private final long failingStep;

    private RecordingSink(long failingStep) {
      this.failingStep = failingStep;
    }

    @Override
    public void open(LogStart start) throws IOException {
      if (failingStep == 0) {
        throw new IOException("no room");
      }
      events.add("open at " + start.iteration() + " in " + start.workDirectory());
    }

    @Override
    public void write(long step, Map<String, Double> figures) throws IOException {
      if (step >= failingStep) {
        throw new IOException("no room");
      }
      events.add(step + " " + figures);
    }

    @Override
    public void close(Outcome outcome) {
      events.add("close " + outcome);
    }
  }

  private LogSinks sinks(boolean countsEpochs, LogSink... sinks) {
    LogSinks all = new LogSinks(List.of(sinks), Path.of("work/start"), "model: {}", notes::add);
    all.started(new RunStart(Path.of("work"), 1, 1, 1, 1, 1, List.of("a"), countsEpochs));
    return all;
  }

  @Test
  void placesTrainingByIterationAndValidationByEpoch() {
    try (LogSinks sinks = sinks(true, new RecordingSink(Long.MAX_VALUE))) {
      sinks.begins(PROGRESS);
      sinks.logged(PROGRESS, Map.of("loss", 0.5));
      sinks.evaluated(PROGRESS, Map.of("accuracy/top1", 70.0));
      sinks.finished();
    }
    assertThat(events)
        .containsExactly(
            "open at 40 in work", "41 {loss=0.5}", "2 {accuracy/top1=70.0}", "close FINISHED");
    assertThat(notes).isEmpty();
  }

  @Test
  void placesValidationByIterationWhereEpochsAreNotCounted() {
    try (LogSinks sinks = sinks(false, new RecordingSink(Long.MAX_VALUE))) {
      sinks.begins(PROGRESS);
      sinks.evaluated(PROGRESS, Map.of("accuracy/top1", 70.0));
    }
    assertThat(events)
        .containsExactly("open at 40 in work", "40 {accuracy/top1=70.0}", "close FAILED");
  }

  @Test
  void goesOnWithoutASinkThatFails() {
    try (LogSinks sinks = sinks(true, new RecordingSink(42), new RecordingSink(Long.MAX_VALUE))) {
      sinks.begins(PROGRESS);
      events.clear();
      sinks.logged(new Progress(2, 9, 41, 90, 1, 10), Map.of("loss", 0.5));
      sinks.logged(new Progress(2, 9, 42, 90, 2, 10), Map.of("loss", 0.4));
    }
    assertThat(events)
        .containsExactly("close FAILED", "42 {loss=0.5}", "43 {loss=0.4}", "close FAILED");
    assertThat(notes)
        .containsExactly("RecordingSink failed at step 42 and gets no more figures: no room");
  }

  @Test
  void endsARunWhoseSinkCannotBeOpened() {
    try (LogSinks sinks = sinks(true, new RecordingSink(Long.MAX_VALUE), new RecordingSink(0))) {
      assertThatThrownBy(() -> sinks.begins(PROGRESS))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("RecordingSink cannot be written to: no room");
    }
    assertThat(events).containsExactly("open at 40 in work", "close FAILED");
  }
}
