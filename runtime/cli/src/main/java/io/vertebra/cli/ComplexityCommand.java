package io.vertebra.cli;

import ai.djl.ndarray.types.Shape;
import io.vertebra.engine.complexity.Complexity;
import io.vertebra.engine.complexity.LayerCost;
import io.vertebra.engine.inference.NetworkBuilder;
import io.vertebra.engine.model.ObservedOps.Operation;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a network costs. */
@Command(
    name = "complexity",
    description =
        "Counts the parameters, multiply-adds and activations of the network of a config.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A multiply-add (MAC) is one product and one sum. A convolution takes"
          + " N * C_out * H_out * W_out * (C_in / groups) * K_h * K_w of them, a linear layer"
          + " inputs * outputs for each position, attention over L positions of C channels"
          + " 2 * L * L * C. Norms and poolings are listed apart. Activations are the values that"
          + " these layers give. The layer for CAM is the one whose output class-activation maps are"
          + " drawn of, unless another is named.",
      "",
      "Examples:",
      "  vertebra complexity configs/resnet/resnet18_hymenoptera.yaml",
      "  vertebra complexity vit.yaml --shape 1 3 384 384 --layers"
    })
final class ComplexityCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Sessions sessions;

  @Mixin private ConfigFile config;

  @Option(
      names = "--shape",
      arity = "4",
      paramLabel = "N",
      description = "Images, channels, height and width of the batch (default: 1 3 224 224).")
  private final List<Integer> shape = new ArrayList<>();

  @Option(names = "--layers", description = "List every layer, and not the totals alone.")
  private boolean layers;

  ComplexityCommand(Terminal terminal, Sessions sessions) {
    this.terminal = terminal;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    Shape images = images();
    sessions.preloadLibrary();
    MappingNode tree = config.load();
    try (Vertebra vertebra = sessions.open("cpu")) {
      Complexity costs =
          new NetworkBuilder(vertebra.catalog()).complexity(vertebra.engine(), tree, images);
      if (layers) {
        Columns.print(rows(costs), terminal.out());
        terminal.out().println();
      }
      Columns.print(totals(costs, images), terminal.out());
    }
    return 0;
  }

  private Shape images() {
    if (shape.isEmpty()) {
      return new Shape(1, 3, 224, 224);
    }
    if (shape.stream().anyMatch(length -> length < 1)) {
      throw new UserException("--shape is " + shape + ", but every length must be 1 or more");
    }
    return new Shape(shape.stream().mapToLong(Integer::longValue).toArray());
  }

  private static List<List<String>> rows(Complexity costs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("LAYER", "OPERATION", "OUTPUT", "PARAMETERS", "MACS", "ACTIVATIONS"));
    for (LayerCost cost : costs.layers()) {
      rows.add(
          List.of(
              cost.layer(),
              cost.operation().name().toLowerCase(Locale.ROOT),
              text(cost.output()),
              count(cost.parameters()),
              count(cost.multiplyAdds()),
              count(cost.activations())));
    }
    return rows;
  }

  private static List<List<String>> totals(Complexity costs, Shape images) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("input", text(images)));
    rows.add(List.of("parameters", count(costs.parameters())));
    rows.add(List.of("MACs", count(costs.multiplyAdds())));
    for (Operation operation : Operation.values()) {
      long part = costs.multiplyAdds(operation);
      boolean apart = operation == Operation.NORM || operation == Operation.POOLING;
      String name = operation.name().toLowerCase(Locale.ROOT);
      if (part > 0) {
        rows.add(List.of(apart ? "apart: " + name : "  of " + name, count(part)));
      }
    }
    rows.add(List.of("activations", count(costs.activations())));
    costs.camLayer().ifPresent(layer -> rows.add(List.of("layer for CAM", layer)));
    return rows;
  }

  private static String text(Shape shape) {
    return LongStream.of(shape.getShape())
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" x "));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
