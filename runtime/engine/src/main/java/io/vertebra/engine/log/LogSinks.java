package io.vertebra.engine.log;

import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.RunStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Passes the figures of a run on to the sinks of its config, until one fails or the run ends. */
public final class LogSinks implements RunListener, AutoCloseable {
  private final List<LogSink> sinks;
  private final List<LogSink> open = new ArrayList<>();
  private final Path logDirectory;
  private final String config;
  private final Consumer<String> notes;
  private RunStart start;
  private LogSink.Outcome outcome = LogSink.Outcome.FAILED;

  /**
   * Makes a listener.
   *
   * @param sinks the sinks, opened when training begins
   * @param logDirectory the folder of the logs of this start, which exists
   * @param config the resolved config, as YAML
   * @param notes is told what a person should know
   */
  public LogSinks(List<LogSink> sinks, Path logDirectory, String config, Consumer<String> notes) {
    this.sinks = List.copyOf(sinks);
    this.logDirectory = logDirectory;
    this.config = config;
    this.notes = notes;
  }

  @Override
  public void started(RunStart runStart) {
    start = runStart;
  }

  @Override
  public void begins(Progress progress) {
    LogStart from = new LogStart(start.workDirectory(), logDirectory, progress.iteration(), config);
    for (LogSink sink : sinks) {
      try {
        sink.open(from);
      } catch (IOException e) {
        throw new UncheckedIOException(name(sink) + " cannot be written to: " + e.getMessage(), e);
      }
      open.add(sink);
    }
  }

  @Override
  public void logged(Progress progress, Map<String, Double> scalars) {
    write(progress.iteration() + 1, scalars);
  }

  @Override
  public void evaluated(Progress progress, Map<String, Double> metrics) {
    write(start.countsEpochs() ? progress.epoch() : progress.iteration(), metrics);
  }

  private void write(long step, Map<String, Double> figures) {
    for (LogSink sink : List.copyOf(open)) {
      try {
        sink.write(step, figures);
      } catch (IOException e) {
        notes.accept(
            "%s failed at step %d and gets no more figures: %s"
                .formatted(name(sink), step, e.getMessage()));
        open.remove(sink);
        close(sink);
      }
    }
  }

  /** Says that training came to its end. */
  public void finished() {
    outcome = LogSink.Outcome.FINISHED;
  }

  /** Closes the sinks that are open. A failure is told, as the run is over. */
  @Override
  public void close() {
    open.forEach(this::close);
  }

  private void close(LogSink sink) {
    try {
      sink.close(outcome);
    } catch (IOException e) {
      notes.accept(name(sink) + " was not closed in order: " + e.getMessage());
    }
  }

  private static String name(LogSink sink) {
    return sink.getClass().getSimpleName();
  }
}
