package io.vertebra.cli;

import io.vertebra.engine.zoo.ModelEntry;
import io.vertebra.engine.zoo.ModelIndex;
import io.vertebra.registry.config.NearNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says where models are listed, and what is found there. */
final class ZooFolder {
  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description = "The folder with metafile.yml in it or below (default: configs of Vertebra).")
  private Path folder;

  ModelIndex index(Installation installation) throws IOException {
    Path from = folder == null ? installation.home().resolve("configs") : folder;
    if (!Files.isDirectory(from)) {
      throw new UserException("there is no folder '" + from + "' that could list models");
    }
    return ModelIndex.below(from);
  }

  /** The model of a name, or what is near it. */
  static ModelEntry find(ModelIndex index, String name) {
    return index
        .find(name)
        .orElseThrow(
            () -> {
              List<String> names = index.models().stream().map(ModelEntry::name).toList();
              String near = NearNames.question(name, names).map(hint -> " " + hint).orElse("");
              return new UserException(
                  "there is no model '%s'.%s See 'vertebra zoo list' for all."
                      .formatted(name, near));
            });
  }
}
