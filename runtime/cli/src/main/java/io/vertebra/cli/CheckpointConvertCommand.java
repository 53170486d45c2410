package io.vertebra.cli;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.WeightConversion;
import io.vertebra.engine.inference.NetworkBuilder;
import io.vertebra.host.Vertebra;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes weights under the names of another library. */
@Command(
    name = "convert",
    description = "Writes the weights of a file under the names that another library has for them.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The names of the file are recognised by themselves. Where another library lays values"
          + " differently, such as the patches that Swin merges, they are put into its order.",
      "",
      "Examples:",
      "  vertebra checkpoint convert best.safetensors --to timm --out timm.safetensors",
      "  vertebra checkpoint convert best.safetensors --to torchvision --out resnet50.pth",
      "  vertebra checkpoint convert swin.pth --config swin.yaml --to mmpretrain --out mm.safetensors"
    })
final class CheckpointConvertCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Mixin private WeightsFile file;
  @Mixin private CheckpointConfig config;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "LIBRARY",
      description =
          "Whose names are written: mmpretrain, or timm, torchvision or another one that the plugin"
              + " of the backbone knows.")
  private String library;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "The file to write: .safetensors, or .pth for torch.load and load_state_dict of Python.")
  private Path out;

  CheckpointConvertCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(out, Checkpoint.ENDING, WeightConversion.PYTORCH);
    try (Checkpoint checkpoint = Checkpoint.openWeights(file.path());
        Vertebra vertebra = sessions.open("cpu")) {
      int written =
          new NetworkBuilder(vertebra.catalog())
              .use(
                  config.of(checkpoint),
                  network ->
                      new WeightConversion(network.algorithm(), network.tables())
                          .convert(checkpoint, library, out));
      terminal.out().println(written + " arrays with the names of " + library + ": " + out);
    }
    return 0;
  }
}
