package io.vertebra.cli;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a file of weights holds. */
@Command(
    name = "show",
    description = "Shows the tensors of a file of weights, and what else it says.",
    mixinStandardHelpOptions = true)
final class CheckpointShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private WeightsFile file;

  @Option(names = "--config", description = "Print the config inside, and nothing else.")
  private boolean config;

  CheckpointShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Checkpoint checkpoint =
        config ? Checkpoint.open(file.path()) : Checkpoint.openWeights(file.path())) {
      if (config) {
        terminal.out().print(checkpoint.info().config());
        return 0;
      }
      Columns.print(rows(checkpoint.tensors()), terminal.out());
      terminal.out().println();
      printInfo(checkpoint.info());
    }
    return 0;
  }

  private List<List<String>> rows(TensorSource tensors) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "TYPE", "SHAPE"));
    long values = 0;
    for (String name : tensors.names()) {
      TensorInfo info = tensors.info(name);
      String shape = info.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
      rows.add(List.of(name, info.type().name(), shape));
      values += info.bytes() / info.type().bytes();
    }
    rows.add(
        List.of(
            tensors.names().size() + " tensors",
            "",
            String.format(Locale.ROOT, "%,d values", values)));
    return rows;
  }

  private void printInfo(CheckpointInfo info) {
    if (info.hasConfig()) {
      terminal.out().println("epoch: " + info.epoch() + ", iteration: " + info.iteration());
      info.metrics()
          .forEach((name, value) -> terminal.out().println(name + ": " + FigureText.of(value)));
    } else {
      terminal.out().println("written by another program: no config inside");
    }
    if (!info.classes().isEmpty()) {
      terminal.out().println("classes: " + String.join(", ", info.classes()));
    }
    info.taskClasses()
        .forEach(
            (task, names) ->
                terminal.out().println("classes of " + task + ": " + String.join(", ", names)));
  }
}
