package io.vertebra.registry.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells where a value of a config comes from. */
public final class ConfigExplanation {
  private ConfigExplanation() {}

  /**
   * Returns the value of a key, where it was written, and what it was written over, one a line and
   * newest first:
   *
   * <pre>
   * optimizer.lr: 0.2
   *   from --cfg-options optimizer.lr=0.2
   *   over 0.1 from resnet50.yaml:12:7
   *   over 0.05 from _base_/schedule.yaml:2:7
   * </pre>
   *
   * @param config the config
   * @param key the path of the value
   * @throws ConfigException if there is no such key; names what there is
   */
  public static String of(ConfigNode config, String key) {
    ConfigNode node = find(config, key);
    StringBuilder text = new StringBuilder(key).append(": ").append(node);
    text.append("\n  from ").append(node.origin()).append('\n');
    for (HistoryEntry entry : node.history()) {
      text.append("  over ").append(entry.value()).append(" from ").append(entry.origin());
      text.append('\n');
    }
    return text.toString();
  }

  private static ConfigNode find(ConfigNode config, String key) {
    Origin origin = Origin.of("key `" + key + "`");
    try {
      ConfigNode node = config;
      for (String segment : ConfigPath.parse(key).segments()) {
        Optional<ConfigNode> child = node.child(segment);
        if (child.isEmpty()) {
          throw new ConfigException(List.of(missing(node, segment, origin)));
        }
        node = child.get();
      }
      return node;
    } catch (IllegalArgumentException e) {
      throw new ConfigException(List.of(ConfigProblem.of(origin, e.getMessage())));
    }
  }

  private static ConfigProblem missing(ConfigNode node, String segment, Origin origin) {
    String where = node.path().isRoot() ? "the top level" : "`" + node.path() + "`";
    String message =
        "there is no `"
            + segment
            + "` in "
            + where
            + ", which is "
            + node.kind()
            + " of "
            + node.children().size()
            + " ("
            + node.origin()
            + ")";
    Collection<String> keys = node instanceof MappingNode mapping ? mapping.keys() : List.of();
    Optional<String> has =
        Optional.of(OneLine.shortened("keys are " + String.join(", ", keys)))
            .filter(text -> !keys.isEmpty());
    return new ConfigProblem(
        message, origin, NearNames.question(segment, keys).or(() -> has), Optional.empty());
  }
}
