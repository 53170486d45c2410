package io.vertebra.cli;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.inference.BranchMerging;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Merges the branches of a trained network. */
@Command(
    name = "merge",
    description = "Merges the branches of a trained network, such as RepVGG, for faster answers.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The merged network gives the same answers but for rounding. Its config, with the options that"
          + " the plugin has for it (deploy: true), stands in the file that is written, so that"
          + " predict and test take it as it is. It is not meant to be trained further.",
      "",
      "Example:",
      "  vertebra checkpoint merge work_dirs/repvgg/best.safetensors --out repvgg.safetensors"
    })
final class CheckpointMergeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Mixin private WeightsFile file;
  @Mixin private CheckpointConfig config;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The .safetensors file to write.")
  private Path out;

  CheckpointMergeCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    sessions.preloadLibrary();
    OutputFiles.check(out, Checkpoint.ENDING);
    try (Checkpoint checkpoint = Checkpoint.openWeights(file.path());
        Vertebra vertebra = sessions.open("cpu")) {
      MappingNode trained = config.of(checkpoint);
      int written =
          new BranchMerging(vertebra.engine(), vertebra.catalog()).merge(trained, checkpoint, out);
      terminal.out().println(written + " arrays of the merged network: " + out);
    }
    return 0;
  }
}
