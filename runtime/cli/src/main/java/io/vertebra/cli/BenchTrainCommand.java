package io.vertebra.cli;

import com.google.gson.stream.JsonWriter;
import io.vertebra.engine.train.BenchRequest;
import io.vertebra.engine.train.BenchResult;
import io.vertebra.engine.train.Experiment;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times training. */
@Command(
    name = "train",
    description =
        "Times iterations of training: forward, back and update, on images of noise or, with"
            + " --image-size 0, on the training data. Nothing is written.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  vertebra bench train configs/vit/vit-base-p16_imagenette.yaml --iterations 5",
      "  vertebra bench train mine.yaml --cfg-options precision=bfloat16 memory_format=auto"
    })
final class BenchTrainCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Spec private CommandSpec spec;

  @Mixin private ConfigFile config;

  @Option(
      names = "--image-size",
      defaultValue = "224",
      paramLabel = "PIXELS",
      description = "Side of the images; 0 for the training data (default: ${DEFAULT-VALUE}).")
  private int imageSize;

  @Option(
      names = "--iterations",
      defaultValue = "20",
      paramLabel = "N",
      description = "Iterations that count (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Option(
      names = "--warm-up",
      defaultValue = "3",
      paramLabel = "N",
      description = "Iterations before them (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(names = "--json", description = "Print JSON, with the seconds of each iteration.")
  private boolean json;

  @Mixin private DeviceOption device;

  BenchTrainCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    BenchRequest request = request();
    sessions.preloadLibrary();
    MappingNode tree = config.load();
    try (Vertebra vertebra = sessions.open(device.device());
        Experiment experiment = vertebra.experiment(tree)) {
      print(experiment.bench(request));
    }
    return 0;
  }

  private BenchRequest request() {
    try {
      return new BenchRequest(imageSize, warmUp, iterations);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(BenchResult result) throws IOException {
    if (json) {
      printJson(result);
      return;
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%.2f images/s (median of %d iterations of %d images; %s, %s, %d threads)%n",
            result.rate(),
            result.rates().size(),
            result.batchSize(),
            result.precision(),
            result.memoryFormat(),
            result.threads());
  }

  private void printJson(BenchResult result) throws IOException {
    JsonWriter writer = Json.writer(terminal.out());
    writer.beginObject();
    writer.name("images_per_second").value(result.rate());
    writer.name("batch_size").value(result.batchSize());
    writer.name("precision").value(result.precision());
    writer.name("memory_format").value(result.memoryFormat());
    writer.name("threads").value(result.threads());
    writer.name("cpu_seconds").value(result.cpuSeconds());
    writer.name("seconds").beginArray();
    for (double seconds : result.seconds()) {
      writer.value(seconds);
    }
    writer.endArray().endObject();
    writer.flush();
    terminal.out().println();
  }
}
