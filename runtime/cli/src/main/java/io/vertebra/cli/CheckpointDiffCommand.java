package io.vertebra.cli;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.WeightDifference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares two files of weights. */
@Command(
    name = "diff",
    description = "Prints the tensors in which two files differ; nothing where none does.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "- stands before what only the left file has, + before what only the right file has, and ~"
          + " before what differs in type, shape or values."
    })
final class CheckpointDiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "LEFT", description = "A file of weights.")
  private Path left;

  @Parameters(index = "1", paramLabel = "RIGHT", description = "A file of weights.")
  private Path right;

  CheckpointDiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Checkpoint one = Checkpoint.openWeights(left);
        Checkpoint other = Checkpoint.openWeights(right)) {
      WeightDifference.of(one.tensors(), other.tensors()).forEach(terminal.out()::println);
    }
    return 0;
  }
}
