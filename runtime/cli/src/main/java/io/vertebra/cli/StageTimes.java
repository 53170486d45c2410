package io.vertebra.cli;

import io.vertebra.api.data.Dataset;
import io.vertebra.api.data.Transform;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.survey.PipelineBench;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.catalog.Catalog;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Times the steps of the pipeline of a data set one by one. */
final class StageTimes {
  private final Binder binder;
  private final PartBuilder builder;

  /**
   * Times nothing yet.
   *
   * @param catalog the parts that there are
   * @param builder builds the steps, and owns them
   */
  StageTimes(Catalog catalog, PartBuilder builder) {
    this.binder = new Binder(catalog, warning -> {});
    this.builder = builder;
  }

  /**
   * Times reading and each step.
   *
   * @param loader the config of the loader
   * @param dataset its data set
   * @param images how many images count; as many are read before
   * @return milliseconds an image by stage; empty where the images are in no files, or the config
   *     has no pipeline that is that of all of them
   */
  Map<String, Double> of(Optional<ConfigNode> loader, Dataset dataset, int images)
      throws IOException {
    List<Transform> steps = pipeline(loader).stream().map(this::build).toList();
    Map<String, Double> times = new LinkedHashMap<>();
    if (steps.isEmpty() || dataset.size() == 0 || dataset.source(0).isEmpty()) {
      return times;
    }
    PipelineBench bench = new PipelineBench(dataset, steps);
    bench.run(images);
    bench.run(images);
    List<Double> milliseconds = bench.milliseconds();
    times.put("read", milliseconds.get(0));
    for (int i = 0; i < steps.size(); i++) {
      times.put(i + 1 + " " + steps.get(i).getClass().getSimpleName(), milliseconds.get(i + 1));
    }
    return times;
  }

  private Transform build(MappingNode node) {
    return builder.buildPart(binder.bindPart(node, Kind.TRANSFORM, null), Transform.class);
  }

  /** The first pipeline below a node: that of the data set, or of the one within it. */
  private static List<MappingNode> pipeline(Optional<ConfigNode> node) {
    if (!(node.orElse(null) instanceof MappingNode mapping)) {
      return List.of();
    }
    if (mapping.get("pipeline").orElse(null) instanceof ListNode list) {
      return list.children().stream()
          .filter(MappingNode.class::isInstance)
          .map(MappingNode.class::cast)
          .toList();
    }
    return pipeline(mapping.get("dataset"));
  }
}
