package io.vertebra.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that look at files of weights. */
@Command(
    name = "checkpoint",
    description = "Shows, converts, merges, compares and publishes files of weights.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Files may be safetensors, .pth, .pt and .th of PyTorch, and .npz of NumPy.",
      "",
      "Examples:",
      "  vertebra checkpoint show resnet50.pth",
      "  vertebra checkpoint convert best.safetensors --to timm --out resnet50.safetensors",
      "  vertebra checkpoint diff epoch_1.safetensors epoch_2.safetensors",
      "  vertebra checkpoint publish best.safetensors --out published/resnet50"
    })
final class CheckpointCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw RootCommand.missing(spec);
  }
}
