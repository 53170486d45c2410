package io.vertebra.engine.config;

import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of what works in a config but should be written otherwise, or has no effect. */
public final class ConfigWarnings implements Consumer<ConfigProblem> {
  private static final Logger LOG = LoggerFactory.getLogger("vertebra.config");

  private static final List<String> WITHOUT_EFFECT =
      List.of("custom_imports", "env_cfg", "log_level", "log_processor", "launcher");

  /** Makes warnings that go to the log. */
  public ConfigWarnings() {}

  @Override
  public void accept(ConfigProblem problem) {
    LOG.warn("{}", problem);
  }

  /**
   * Finds keys of MMPretrain's that have no effect here.
   *
   * @param config a whole config
   * @return one warning of them all, or empty where there are none
   */
  static Optional<ConfigProblem> withoutEffect(MappingNode config) {
    List<MappingNode.Entry> entries =
        config.entries().stream().filter(entry -> WITHOUT_EFFECT.contains(entry.key())).toList();
    return entries.stream()
        .findFirst()
        .map(
            first ->
                ConfigProblem.of(
                    first.keyOrigin(),
                    "without effect here: "
                        + entries.stream()
                            .map(MappingNode.Entry::key)
                            .collect(Collectors.joining(", "))));
  }
}
