package io.vertebra.cli;

import io.vertebra.api.data.Pipeline;
import io.vertebra.api.data.Sample;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.inference.FileSource;
import io.vertebra.host.Vertebra;
import io.vertebra.imaging.PictureWriter;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a picture through a pipeline. */
@Command(
    name = "transform",
    description = "Sends a picture through a pipeline of transforms and writes what comes out.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The file holds the transforms under the key 'pipeline', for example",
      "  pipeline:",
      "  - {type: ResizeEdge, scale: 256}",
      "  - {type: CenterCrop, crop_size: 224}",
      "The picture is loaded in colour unless the first transform loads it.",
      "",
      "Examples:",
      "  vertebra transform pipeline.yaml cat.png out.png --seed 7",
      "  vertebra transform mine.yaml cat.png out.png --key train_dataloader.dataset.pipeline"
    })
final class TransformCommand implements Callable<Integer> {
  private static final String[] ENDINGS = {".png", ".jpg", ".jpeg"};

  private final Sessions sessions;

  @Parameters(index = "0", paramLabel = "PIPELINE", description = "A .yaml or .json file.")
  private Path pipeline;

  @Parameters(index = "1", paramLabel = "IN", description = "A picture.")
  private Path input;

  @Parameters(index = "2", paramLabel = "OUT", description = "A .png or .jpg file to write.")
  private Path output;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "N",
      description = "What transforms draw from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--key",
      defaultValue = "pipeline",
      paramLabel = "PATH",
      description = "Where the transforms are in the file (default: ${DEFAULT-VALUE}).")
  private String key = "pipeline";

  @Mixin private ConfigOverrides overrides;

  TransformCommand(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    OutputFiles.check(output, ENDINGS);
    List<MappingNode> steps = steps(new ConfigLoader().load(pipeline, overrides.values()));
    try (Vertebra vertebra = sessions.open("cpu");
        PartBuilder builder = new PartBuilder()) {
      Pipeline built = build(vertebra.catalog(), builder, steps);
      Sample sample = Sample.of(new FileSource(input), OptionalInt.empty());
      try (ImageBuffer result = built.apply(sample, new SplittableRandom(seed)).image()) {
        new PictureWriter().write(result, output);
      }
    }
    return 0;
  }

  private List<MappingNode> steps(MappingNode tree) {
    ConfigNode found =
        tree.find(key)
            .orElseThrow(
                () ->
                    new UserException(
                        "'%s' has no `%s`; put the transforms there, or name their place by --key"
                            .formatted(pipeline, key)));
    if (!(found instanceof ListNode list)
        || !list.children().stream().allMatch(MappingNode.class::isInstance)) {
      throw new UserException(
          "`%s` of '%s' is no list of transforms; write it as [{type: NAME, ...}, ...]"
              .formatted(key, pipeline));
    }
    return list.children().stream().map(MappingNode.class::cast).toList();
  }

  private Pipeline build(Catalog catalog, PartBuilder builder, List<MappingNode> steps) {
    List<Transform> transforms = new ArrayList<>();
    steps.forEach(step -> transforms.add(build(catalog, builder, step)));
    if (transforms.isEmpty() || !transforms.get(0).loadsImage()) {
      MappingNode load =
          new ConfigLoader().loadText(pipeline, "{type: LoadImageFromFile}", List.of());
      transforms.add(0, build(catalog, builder, load));
    }
    return new Pipeline(transforms);
  }

  private static Transform build(Catalog catalog, PartBuilder builder, MappingNode step) {
    Binder binder = new Binder(catalog, warning -> {});
    return builder.buildPart(binder.bindPart(step, Kind.TRANSFORM, null), Transform.class);
  }
}
