package io.vertebra.cli;

import ai.djl.ndarray.types.Shape;
import io.vertebra.engine.inference.FeatureProbe;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a config for a person's own images. */
@Command(
    name = "new",
    description = {
      "Writes a config that trains a network on a folder of your own images.",
      "The folder has a folder of images for each class, either at once or below 'train' and"
          + " 'val'. Without 'val' every fifth image is kept for validation."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  vertebra config new --backbone ResNet --data photos --out photos.yaml",
      "  vertebra train photos.yaml"
    })
final class ConfigNewCommand implements Callable<Integer> {
  private static final int SIDE = 224;

  private final Terminal terminal;
  private final Sessions sessions;

  @Option(
      names = "--backbone",
      required = true,
      paramLabel = "TYPE",
      description =
          "A backbone with its default options, or a mapping such as"
              + " '{type: ResNet, depth: 18}'.")
  private String backbone;

  @Option(names = "--data", required = true, paramLabel = "FOLDER", description = "The images.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The config to write (default: NAME_OF_BACKBONE_NAME_OF_FOLDER.yaml).")
  private Path out;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  ConfigNewCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    sessions.preloadLibrary();
    FolderSurvey survey = FolderSurvey.of(data);
    MappingNode node = backboneNode();
    Path file = target(node);
    try (Vertebra vertebra = sessions.open("auto")) {
      Shape feature =
          FeatureProbe.lastFeature(
              vertebra.engine(), vertebra.catalog(), node, new Shape(1, 3, SIDE, SIDE));
      NewConfig config = NewConfig.of(survey, node, feature, file);
      config.write();
      try {
        vertebra.experiment(new ConfigLoader().load(file, List.of())).close();
      } catch (RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    }
    report(survey, file);
    return 0;
  }

  private MappingNode backboneNode() {
    String text = backbone.startsWith("{") ? backbone : "{type: " + backbone + "}";
    return new ConfigLoader().loadText(Path.of("--backbone"), text, List.of());
  }

  private Path target(MappingNode node) {
    Path file =
        out != null
            ? out
            : Path.of(
                "%s_%s.yaml"
                    .formatted(
                        node.get("type").map(Object::toString).orElse("config"),
                        data.toAbsolutePath().normalize().getFileName())
                    .toLowerCase(Locale.ROOT));
    if (Files.exists(file) && !force) {
      throw new UserException(
          "'%s' is there already; name another file with --out, or replace it with --force"
              .formatted(file));
    }
    return file;
  }

  private void report(FolderSurvey survey, Path file) {
    survey.classes().forEach((name, count) -> terminal.out().printf("%8d  %s%n", count, name));
    terminal
        .out()
        .printf(
            "%8d images of %d classes%nwrote %s; train with: vertebra train %s%n",
            survey.images(), survey.classes().size(), file, file);
  }
}
