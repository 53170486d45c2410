package io.vertebra.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that changes values of a config. */
final class ConfigOverrides {
  @Option(
      names = "--cfg-options",
      arity = "1..*",
      paramLabel = "KEY=VALUE",
      description = "Change values of the config: train_cfg.max_epochs=5 model.head.topk=1,5.")
  private final List<String> values = new ArrayList<>();

  List<String> values() {
    return List.copyOf(values);
  }
}
