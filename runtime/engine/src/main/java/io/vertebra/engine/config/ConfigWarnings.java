package io.vertebra.engine.config;

import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.MappingNode;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of what works in a config but should be written otherwise, or has no effect. */
public final class ConfigWarnings implements Consumer<ConfigProblem> {
  private static final Logger LOG = LoggerFactory.getLogger("vertebra.config");

  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "custom_imports",
          "env_cfg",
          "visualizer",
          "vis_backends",
          "log_level",
          "log_processor",
          "launcher");

  /** Makes warnings that go to the log. */
  public ConfigWarnings() {}

  @Override
  public void accept(ConfigProblem problem) {
    LOG.warn("{}", problem);
  }

  /**
   * Warns once of the keys of MMPretrain's that have no effect here.
   *
   * @param config a whole config
   */
  public void withoutEffect(MappingNode config) {
    List<String> keys = WITHOUT_EFFECT.stream().filter(config::has).toList();
    if (!keys.isEmpty()) {
      LOG.warn("{}: without effect here: {}", config.origin().source(), String.join(", ", keys));
    }
  }
}
