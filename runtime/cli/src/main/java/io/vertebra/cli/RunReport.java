package io.vertebra.cli;

import io.vertebra.api.train.Progress;
import io.vertebra.engine.log.LogLines;
import io.vertebra.engine.log.RemainingTime;
import io.vertebra.engine.train.LastCheckpoint;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.RunStart;
import io.vertebra.engine.train.TrainResult;
import io.vertebra.registry.config.ConfigWriter;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints how a training run goes on, in lines, or with a bar between them. */
final class RunReport implements RunListener {
  private static final String BEST = "best_";

  private final PrintWriter out;
  private final Optional<ProgressBar> bar;
  private final RemainingTime remaining = new RemainingTime();
  private LogLines lines = new LogLines(true);
  private String model = "";
  private Path workDirectory;
  private Path last;
  private Path best;
  private boolean iterated;

  RunReport(PrintWriter out, Optional<ProgressBar> bar) {
    this.out = out;
    this.bar = bar;
  }

  /** Prints the config that is trained. */
  void config(MappingNode config) {
    model = ModelLine.of(config);
    out.print(ConfigWriter.yaml(config));
    out.println();
    out.flush();
  }

  @Override
  public void started(RunStart start) {
    workDirectory = start.workDirectory();
    lines = new LogLines(start.countsEpochs());
    StartTimes.mark("data and network ready");
    bar.ifPresent(shown -> shown.started(start));
    line(
        String.format(
            Locale.ROOT,
            "model: %s, %,d parameters (%,d trained)",
            model,
            start.parameters(),
            start.trainable()));
    line(
        String.format(
            Locale.ROOT,
            "data: %,d images to train on, %,d to validate on, %d classes",
            start.trainingSamples(),
            start.validationSamples(),
            start.classes().size()));
    line("work directory: " + workDirectory);
  }

  @Override
  public void begins(Progress progress) {
    remaining.begin(progress);
    bar.ifPresent(shown -> shown.begins(progress));
  }

  @Override
  public void noted(String note) {
    line(note);
  }

  @Override
  public void iteration(Progress progress, Map<String, Double> scalars) {
    if (!iterated) {
      iterated = true;
      StartTimes.mark("first iteration ended");
    }
    bar.ifPresent(shown -> shown.iteration(progress, scalars));
  }

  @Override
  public void logged(Progress progress, Map<String, Double> scalars) {
    if (bar.isPresent()) {
      bar.get().logged(progress, scalars);
    } else {
      line(lines.training(progress, scalars, remaining.estimate(progress)));
    }
  }

  @Override
  public void evaluated(Progress progress, Map<String, Double> metrics) {
    line(lines.evaluation(progress, metrics));
  }

  @Override
  public void saved(Path file) {
    if (file.getFileName().toString().startsWith(BEST)) {
      best = file;
    } else {
      last = file;
    }
    line("saved " + file);
  }

  @Override
  public void skipped(List<String> reasons) {
    line("left out " + reasons.size() + " unreadable images");
    reasons.forEach(reason -> line("  " + reason));
  }

  @Override
  public void stopped(String reason) {
    line("stopped: " + reason);
  }

  /** Prints how the run ended, and where its files are. */
  void ended(TrainResult result) {
    line("");
    result.metrics().forEach((name, value) -> line(name + ": " + FigureText.of(value)));
    line("last checkpoint: " + lastCheckpoint().map(Path::toString).orElse("none was saved"));
    if (best != null) {
      line("best checkpoint: " + best);
    }
    line("work directory: " + workDirectory);
  }

  /** Says how a run that was interrupted goes on, where there is a checkpoint. */
  void canGoOn() {
    if (lastCheckpoint().isPresent()) {
      line("it goes on from there by the same command with --resume");
    }
  }

  /** The newest checkpoint in the work directory, of this run or else of an earlier one. */
  Optional<Path> lastCheckpoint() {
    if (last != null) {
      return Optional.of(last);
    }
    return Optional.ofNullable(workDirectory).flatMap(RunReport::lastCheckpointIn);
  }

  private static Optional<Path> lastCheckpointIn(Path folder) {
    try {
      return LastCheckpoint.in(folder);
    } catch (IOException e) {
      // The run has a result or an error of its own to tell.
      return Optional.empty();
    }
  }

  private void line(String text) {
    bar.ifPresent(ProgressBar::clear);
    out.println(text);
    out.flush();
  }
}
