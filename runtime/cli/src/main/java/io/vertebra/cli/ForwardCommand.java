package io.vertebra.cli;

import io.vertebra.engine.checkpoint.LoadReport;
import io.vertebra.engine.inference.Forward;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a network on tensors. */
@Command(
    name = "forward",
    description = "Runs a network once on images that are prepared already, and writes its output.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The input file has a tensor 'input', float32, N x C x H x W, which goes to the network as it"
          + " is: nothing is resized or normalised. The output file gets 'logits', N x classes, and"
          + " the feature maps 'stage0', 'stage1', ... of the backbone, in the order of its"
          + " out_indices. Of the config only 'model' is used.",
      "",
      "Examples:",
      "  vertebra forward resnet50.yaml resnet50.pth --input in.safetensors --out out.safetensors",
      "  vertebra forward resnet50.yaml resnet50.pth --input in.safetensors --out out.safetensors \\",
      "      --cfg-options model.backbone.out_indices=0,1,2,3"
    })
final class ForwardCommand implements Callable<Integer> {
  private static final String ENDING = ".safetensors";

  private final Terminal terminal;
  private final Sessions sessions;

  @Mixin private ConfigFile config;

  @Parameters(
      index = "1",
      paramLabel = "CHECKPOINT",
      description = "Its weights: safetensors, .pth, .pt, .th or .npz.")
  private Path checkpoint;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "The .safetensors file that has the images.")
  private Path input;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The .safetensors file to write.")
  private Path out;

  @Mixin private WeightOptions weights;
  @Mixin private DeviceOption device;

  ForwardCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    sessions.preloadLibrary();
    OutputFiles.check(out, ENDING);
    MappingNode tree = config.load();
    try (Vertebra vertebra = sessions.open(device.device())) {
      Forward forward = new Forward(vertebra.engine(), vertebra.catalog(), weights.policy());
      LoadReport report = forward.run(tree, new Forward.FileSet(checkpoint, input, out));
      terminal.out().println(report);
      terminal.out().println("output: " + out);
    }
    return 0;
  }
}
