package io.vertebra.registry.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks up what references of one file stand for. */
final class ReferenceValues {
  private final Path file;
  private final Function<String, String> environment;
  private final MappingNode bases;
  private final Problems problems;

  /**
   * Creates the values.
   *
   * @param file the file that holds the references
   * @param environment the value of an environment variable, or null if it is not set
   * @param bases the bases of the file, merged
   * @param problems takes references that lead nowhere
   */
  ReferenceValues(
      Path file, Function<String, String> environment, MappingNode bases, Problems problems) {
    this.file = file;
    this.environment = environment;
    this.bases = bases;
    this.problems = problems;
  }

  /** Returns the text of a reference to a file name or to the environment. */
  String text(Reference reference, Origin origin) {
    return reference.kind() == Reference.Kind.FILE
        ? fileText(reference.name())
        : environmentText(reference, origin);
  }

  private String fileText(String name) {
    Path absolute = file.toAbsolutePath().normalize();
    String base = String.valueOf(absolute.getFileName());
    int dot = base.lastIndexOf('.') > 0 ? base.lastIndexOf('.') : base.length();
    return switch (name) {
      case "fileDirname" -> String.valueOf(absolute.getParent()).replace('\\', '/');
      case "fileBasename" -> base;
      case "fileBasenameNoExtension" -> base.substring(0, dot);
      default -> base.substring(dot);
    };
  }

  private String environmentText(Reference reference, Origin origin) {
    String value = environment.apply(reference.name());
    if (value != null) {
      return value;
    }
    if (reference.fallback().isEmpty()) {
      problems.add(
          origin,
          "the environment variable `" + reference.name() + "` is not set",
          "set it, or give a default: {{$" + reference.name() + ":default}}");
    }
    return reference.fallback().orElse("");
  }

  /** Returns the node of a reference to the bases; one that leads nowhere is a problem. */
  Optional<ConfigNode> base(Reference reference, Origin origin) {
    Optional<ConfigPath> path = path(reference, origin);
    Optional<ConfigNode> found = path.flatMap(bases::find);
    if (path.isPresent() && found.isEmpty()) {
      problems.add(missing(path.get(), origin));
    }
    return found;
  }

  private Optional<ConfigPath> path(Reference reference, Origin origin) {
    try {
      return Optional.of(ConfigPath.parse(reference.name()));
    } catch (IllegalArgumentException e) {
      problems.add(ConfigProblem.of(origin, e.getMessage()));
      return Optional.empty();
    }
  }

  private ConfigProblem missing(ConfigPath path, Origin origin) {
    ConfigPath nearest = ConfigPath.ROOT;
    ConfigNode node = bases;
    for (String segment : path.segments()) {
      Optional<ConfigNode> child = node.child(segment);
      if (child.isEmpty()) {
        return missing(path, nearest, node, segment, origin);
      }
      node = child.get();
      nearest = nearest.child(segment);
    }
    throw new IllegalStateException(path + " is in the bases");
  }

  private static ConfigProblem missing(
      ConfigPath path, ConfigPath nearest, ConfigNode node, String segment, Origin origin) {
    String where = nearest.isRoot() ? "the bases of this file" : "`" + nearest + "` of the bases";
    String message =
        "`_base_." + path + "` leads nowhere: there is no `" + segment + "` in " + where;
    List<String> keys =
        node instanceof MappingNode mapping ? List.copyOf(mapping.keys()) : List.of();
    String has = OneLine.shortened(where + ": " + String.join(", ", keys));
    String hint =
        keys.isEmpty() ? where + " is " + node.kind() + " without keys" : "keys of " + has;
    return ConfigProblem.of(origin, message, NearNames.question(segment, keys).orElse(hint));
  }
}
