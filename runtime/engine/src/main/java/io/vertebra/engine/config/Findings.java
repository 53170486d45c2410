package io.vertebra.engine.config;

import io.vertebra.registry.bind.Report;
import io.vertebra.registry.config.ConfigNode;
import io.vertebra.registry.config.ConfigPath;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.registry.config.ScalarNode;
import java.util.Optional;

/** Reports what was found at a path of a config, at the place where its value was written. */
final class Findings {
  private final MappingNode config;
  private final Report report;

  Findings(MappingNode config, Report report) {
    this.config = config;
    this.report = report;
  }

  /** Reports a value that is wrong. The message goes on after the path. */
  void problem(String path, String message, String hint) {
    report.problem(finding(path, message, hint));
  }

  /** Reports a value that may be wrong. The message goes on after the path. */
  void warning(String path, String message, String hint) {
    report.warning(finding(path, message, hint));
  }

  private ConfigProblem finding(String path, String message, String hint) {
    ConfigPath place = ConfigPath.parse(path);
    return ConfigProblem.of(nearest(place).origin(), "`" + path + "` " + message, hint)
        .about(place);
  }

  /** The value at a path, or what is nearest above it where it was left out. */
  private ConfigNode nearest(ConfigPath path) {
    ConfigNode node = config;
    for (String segment : path.segments()) {
      Optional<ConfigNode> child = node.child(segment);
      if (child.isEmpty()) {
        return node;
      }
      node = child.get();
    }
    return node;
  }

  /** The path of a text below another path, or that path where the text is a default. */
  String pathOf(String text, String below) {
    return config
        .find(below)
        .flatMap(node -> find(text, node))
        .map(node -> node.path().toString())
        .orElse(below);
  }

  private static Optional<ConfigNode> find(String text, ConfigNode node) {
    if (node instanceof ScalarNode scalar) {
      return text.equals(scalar.value()) ? Optional.of(node) : Optional.empty();
    }
    return node.children().stream().flatMap(child -> find(text, child).stream()).findFirst();
  }
}
