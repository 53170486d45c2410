package io.vertebra.cli;

import io.vertebra.engine.download.Download;
import io.vertebra.engine.zoo.ModelEntry;
import io.vertebra.engine.zoo.WeightFetch;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings config and weights of a model to a folder. */
@Command(
    name = "download",
    description = "Brings the config and the weights of a model to a folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The config comes whole, with what it inherits. Weights that are in the folder already are not"
          + " brought again; their checksum is compared where one is known. An attempt that was cut off"
          + " goes on from where it was."
    })
final class ZooDownloadCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Installation installation;

  @Parameters(paramLabel = "NAME", description = "The name of the model.")
  private String name;

  @Option(
      names = "--dest",
      required = true,
      paramLabel = "DIR",
      description = "The folder; it is made if need be.")
  private Path folder;

  @Mixin private ZooFolder models;

  ZooDownloadCommand(Terminal terminal, Installation installation) {
    this.terminal = terminal;
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    ModelEntry model = ZooFolder.find(models.index(installation), name);
    if (model.config().isEmpty() && model.weights().isEmpty()) {
      throw new UserException("'" + name + "' has neither a config nor weights to bring");
    }
    Files.createDirectories(folder);
    if (model.config().isPresent()) {
      Path target = folder.resolve(name + ".yaml");
      String text = ConfigWriter.yaml(new ConfigLoader().load(model.config().get(), List.of()));
      OutputFiles.write(target, writer -> writer.write(text));
      terminal.out().println("config: " + target);
    }
    if (model.weights().isPresent()) {
      WeightFetch.Fetched weights =
          new WeightFetch(new Download(new DownloadProgress(terminal))).fetch(model, folder);
      terminal
          .out()
          .println("weights: " + weights.file() + (weights.fetched() ? "" : " (was there)"));
      String known = model.sha256().isPresent() ? "" : ", which nothing could be compared with";
      terminal.out().println("sha256: " + weights.sha256() + known);
    }
    return 0;
  }
}
