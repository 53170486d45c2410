package io.vertebra.cli;

import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.MappingNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the network of a config, for example {@code ImageClassifier (LeNet5, ClsHead)}. */
final class ModelLine {
  private static final List<String> PARTS = List.of("backbone", "neck", "head");

  private ModelLine() {}

  static String of(MappingNode config) {
    String parts =
        PARTS.stream()
            .flatMap(part -> type(config, "model." + part).stream())
            .collect(Collectors.joining(", "));
    String model = type(config, "model").orElse("?");
    return parts.isEmpty() ? model : model + " (" + parts + ")";
  }

  private static Optional<String> type(MappingNode config, String path) {
    return config.find(path + ".type").map(ConfigNode::toString);
  }
}
