package io.vertebra.cli;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.checkpoint.Publication;
import io.vertebra.engine.zoo.ModelEntry;
import io.vertebra.engine.zoo.ModelIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a checkpoint ready for others. */
@Command(
    name = "publish",
    description =
        "Writes a checkpoint without what only its training needs, with its checksum in the name.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The file keeps weights, config, class names and figures; the config may name folders of this"
          + " machine. With --metafile it is listed there, so that 'vertebra zoo' finds it.",
      "",
      "Example:",
      "  vertebra checkpoint publish best.safetensors --out zoo/ants --metafile zoo/metafile.yml"
    })
final class CheckpointPublishCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "CHECKPOINT", description = "The checkpoint.")
  private Path file;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "NAME",
      description =
          "What the file is called; a dash, 8 digits of its checksum and .safetensors follow.")
  private Path out;

  @Option(
      names = "--metafile",
      paramLabel = "FILE",
      description = "A .yml file that lists models; it is made, or the model is put at its end.")
  private Path metafile;

  CheckpointPublishCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(metafile, ".yml", ".yaml");
    Path folder = out.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    try (Checkpoint checkpoint = Checkpoint.openWeights(file)) {
      String name = out.getFileName().toString();
      Publication published = Publication.of(checkpoint, folder, name);
      if (metafile != null) {
        ModelIndex.append(metafile, fields(name, published, checkpoint.info()));
      }
      terminal.out().println("weights: " + published.file());
      terminal.out().println("sha256: " + published.sha256());
    }
    return 0;
  }

  private Map<String, Object> fields(String name, Publication published, CheckpointInfo info) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(ModelEntry.NAME, name);
    if (!info.metrics().isEmpty()) {
      fields.put("Results", List.of(Map.of("Metrics", info.metrics())));
    }
    Path beside = metafile.toAbsolutePath().getParent();
    fields.put("Weights", beside.relativize(published.file().toAbsolutePath()).toString());
    fields.put("SHA256", published.sha256());
    return fields;
  }
}
