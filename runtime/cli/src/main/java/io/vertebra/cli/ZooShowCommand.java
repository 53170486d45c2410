package io.vertebra.cli;

import io.vertebra.engine.zoo.ModelEntry;
import io.vertebra.registry.config.ConfigWriter;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what is known of a model. */
@Command(
    name = "show",
    description = "Shows what is known of a model.",
    mixinStandardHelpOptions = true)
final class ZooShowCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Installation installation;

  @Parameters(paramLabel = "NAME", description = "The name of the model.")
  private String name;

  @Mixin private ZooFolder folder;

  ZooShowCommand(Terminal terminal, Installation installation) {
    this.terminal = terminal;
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    ModelEntry model = ZooFolder.find(folder.index(installation), name);
    terminal.out().print(ConfigWriter.yaml(model.fields()));
    terminal.out().println("# listed in " + model.metafile());
    return 0;
  }
}
