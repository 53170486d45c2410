package io.vertebra.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that find models by name. */
@Command(
    name = "zoo",
    description = "Lists models with their configs and weights, and brings them to a folder.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Models are listed in files metafile.yml below the folder of configs. Only 'download' uses the"
          + " network, and only for weights that are not there yet.",
      "",
      "Examples:",
      "  vertebra zoo list 'resnet*'",
      "  vertebra zoo show resnet50_8xb32_in1k",
      "  vertebra zoo download resnet50_8xb32_in1k --dest models"
    })
final class ZooCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw RootCommand.missing(spec);
  }
}
