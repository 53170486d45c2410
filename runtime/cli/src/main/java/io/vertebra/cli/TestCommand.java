package io.vertebra.cli;

import io.vertebra.cli.result.ResultFiles;
import io.vertebra.cli.result.ResultReport;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.metric.Figures;
import io.vertebra.engine.train.Experiment;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests a checkpoint. */
@Command(
    name = "test",
    description = "Measures a checkpoint on the test data of a config.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra test configs/quickstart.yaml work_dirs/quickstart/epoch_10.safetensors",
      "  vertebra test my.yaml best.safetensors --cfg-options test_dataloader.batch_size=16",
      "  vertebra test my.yaml weights.pth --out scores.npy"
    })
final class TestCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Mixin private ConfigFile config;

  @Parameters(
      index = "1",
      paramLabel = "CHECKPOINT",
      description = "Weights to test: .safetensors, .pth, .pt, .th or .npz.")
  private Path checkpoint;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Write the label and the scores of each image into a .json file (with the figures too),"
            + " .jsonl (an object a line), .csv, or .npy (labels go into NAME.labels.npy).",
        "'vertebra eval' computes figures from them again."
      })
  private Path out;

  @Mixin private DeviceOption device;

  TestCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    sessions.preloadLibrary();
    OutputFiles.check(out, ResultFiles.endings());
    MappingNode tree = config.load();
    TestResults results = new TestResults(out != null);
    try (Vertebra vertebra = sessions.open(device.device());
        Experiment experiment = vertebra.experiment(tree)) {
      Map<String, Double> metrics = experiment.test(checkpoint, results);
      Figures figures = new Figures(metrics, results.tables());
      FigureReport.print(figures, terminal.out());
      terminal.out().println("images: " + results.size());
      if (out != null) {
        OutputFiles.createFolder(out);
        new ResultReport(figures, classes(), results.results()).write(out);
        terminal.out().println("results: " + out);
      }
    }
    return 0;
  }

  private List<String> classes() throws IOException {
    try (Checkpoint opened = Checkpoint.open(checkpoint)) {
      return opened.info().classes();
    }
  }
}
