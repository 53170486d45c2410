package io.vertebra.cli;

import io.vertebra.engine.inference.Classifier;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names the classes of images. */
@Command(
    name = "predict",
    description = "Names the classes of images.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Images that cannot be read are named; all others are predicted, and the exit code is 2.",
      "",
      "Examples:",
      "  vertebra predict best.safetensors cat.jpg",
      "  vertebra predict best.safetensors photos/ --top-k 3 --out labels.json --show-dir shown"
    })
final class PredictCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "CHECKPOINT",
      description =
          "A checkpoint, which holds config and class names; with --config also weights of other"
              + " libraries (.pth, .pt, .th, .npz).")
  private Path checkpoint;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "Images, and folders that are searched for images.")
  private List<Path> images;

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = "A config to use in place of that in the checkpoint.")
  private Path config;

  @Option(
      names = "--top-k",
      defaultValue = "5",
      paramLabel = "K",
      description = "How many classes are named (default: ${DEFAULT-VALUE}).")
  private int topK = 5;

  @Option(
      names = "--batch-size",
      defaultValue = "32",
      paramLabel = "N",
      description = "How many images are computed at once (default: ${DEFAULT-VALUE}).")
  private int batchSize = 32;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the predictions, unrounded, to a .json or .csv file.")
  private Path out;

  @Option(
      names = "--show-dir",
      paramLabel = "FOLDER",
      description = "Write each image with its class drawn into it.")
  private Path showDir;

  @Mixin private DeviceOption device;

  PredictCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    requirePositive("--top-k", topK);
    requirePositive("--batch-size", batchSize);
    OutputFiles.check(out, PredictionFile.ENDINGS);
    sessions.preloadLibrary();
    List<ImageFile> files = ImageFiles.find(images);
    Optional<ShownImages> shown =
        Optional.ofNullable(showDir).map(folder -> ShownImages.of(folder, files));
    Optional<MappingNode> tree =
        Optional.ofNullable(config).map(file -> new ConfigLoader().load(file, List.of()));
    try (Vertebra vertebra = sessions.open(device.device());
        Classifier classifier = vertebra.classifier(checkpoint, tree)) {
      PredictionTable table = new PredictionTable(terminal.out(), files);
      Predictions predictions =
          new TolerantClassifier(classifier, batchSize, topK).predict(files, table::print);
      if (out != null) {
        PredictionFile.write(out, predictions.found());
      }
      if (shown.isPresent()) {
        shown.get().write(predictions.found(), vertebra.engine().images());
      }
      predictions.unreadable().forEach(message -> terminal.err().println("vertebra: " + message));
      return predictions.unreadable().isEmpty() ? 0 : ErrorReport.USER;
    }
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", but must be 1 or more");
    }
  }
}
