package io.vertebra.cli;

import io.vertebra.engine.train.Experiment;
import io.vertebra.engine.train.StopSignal;
import io.vertebra.engine.train.TrainRequest;
import io.vertebra.engine.train.TrainResult;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains. */
@Command(
    name = "train",
    description = "Trains a network.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Ctrl-C ends training after the present iteration, with a checkpoint; a second one ends it at",
      "once. With --resume a run goes on where its last checkpoint was taken, and ends as if it had",
      "never stopped.",
      "",
      "Examples:",
      "  vertebra train configs/quickstart.yaml",
      "  vertebra train configs/quickstart.yaml --work-dir runs/a --cfg-options train_cfg.max_epochs=5",
      "  vertebra train configs/quickstart.yaml --resume"
    })
final class TrainCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Mixin private ConfigFile config;

  @Option(
      names = "--work-dir",
      paramLabel = "FOLDER",
      description =
          "Where logs and checkpoints go (default: work_dir of the config, or else"
              + " work_dirs/NAME_OF_CONFIG).")
  private Path workDir;

  @Option(
      names = "--resume",
      arity = "0..1",
      paramLabel = "CHECKPOINT",
      fallbackValue = ResumeOption.LAST,
      parameterConsumer = ResumeOption.class,
      description =
          "Go on with a run: from this checkpoint, or from the last one of the work directory.")
  private String resume;

  @Option(names = "--plain", description = "Print lines, and no bar, on a terminal too.")
  private boolean plain;

  @Mixin private DeviceOption device;

  TrainCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    sessions.preloadLibrary();
    StopSignal stop = new StopSignal();
    try (Interruption interruption = new Interruption(stop, terminal.err())) {
      MappingNode tree = config.load();
      StartTimes.mark("config loaded");
      try (Vertebra vertebra = sessions.open(device.device());
          Experiment experiment = vertebra.experiment(tree)) {
        train(tree, vertebra, experiment, stop);
      }
      return interruption.exitCode().orElse(0);
    }
  }

  private void train(MappingNode tree, Vertebra vertebra, Experiment experiment, StopSignal stop)
      throws IOException {
    StartTimes.mark("plugins loaded and config checked");
    boolean bar = terminal.interactive() && !plain;
    RunReport report =
        new RunReport(
            terminal.out(),
            bar ? Optional.of(ProgressBar.ofProcess(terminal.out())) : Optional.empty());
    report.config(tree);
    TrainRequest request =
        new TrainRequest(
            folder(experiment),
            EnvironmentRecord.of(vertebra, device.device()),
            report,
            stop,
            Optional.ofNullable(resume).map(ResumeOption::read));
    try {
      TrainResult result = experiment.train(request);
      RunSummary.write(request.workDirectory(), terminal.err());
      report.ended(result);
      if (stop.interrupted()) {
        report.canGoOn();
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      Optional<UserException> withCheckpoint = withCheckpoint(e, report);
      if (withCheckpoint.isPresent()) {
        throw withCheckpoint.get();
      }
      throw e;
    }
  }

  /** What a user can put right, with what is left of the run; empty for all other errors. */
  private static Optional<UserException> withCheckpoint(Throwable error, RunReport report) {
    return ErrorReport.userMessage(error)
        .flatMap(
            message ->
                report
                    .lastCheckpoint()
                    .map(file -> message + "; the last checkpoint stays: " + file))
        .map(message -> new UserException(message, error));
  }

  private Path folder(Experiment experiment) {
    return Optional.ofNullable(workDir)
        .or(experiment::workDirectory)
        .orElseGet(() -> Path.of("work_dirs", stem(config.path())));
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
