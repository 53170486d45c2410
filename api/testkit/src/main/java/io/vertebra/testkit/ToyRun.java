package io.vertebra.testkit;

import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.Experiment;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.StopSignal;
import io.vertebra.engine.train.TrainRequest;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Training and validation of four epochs of two iterations, and a test, made of toy parts and the
 * part under test.
 *
 * @param losses the loss before each update
 * @param checkpoint the file of the end
 * @param figures the figures of a test of it
 */
record ToyRun(List<Double> losses, Path checkpoint, Map<String, Double> figures) {
  private static final String CONFIG =
      """
      model: {type: ToyAlgorithm}
      data_preprocessor: {type: ToyPreprocessor}
      train_dataloader: &loader
        batch_size: 2
        num_workers: 1
        dataset: {type: ToyDataset}
        sampler: {type: ToySampler}
      val_dataloader: *loader
      val_evaluator: {type: ToyMetric}
      optim_wrapper: {optimizer: %s}
      train_cfg: {max_epochs: 4}
      default_hooks: {timer: null, logger: null, param_scheduler: null, checkpoint: null}
      custom_hooks: %s
      """;

  /** Runs with an optimizer. */
  static ToyRun withOptimizer(PluginRuntime plugins, String optimizer, Path folder)
      throws IOException {
    return train(plugins, CONFIG.formatted(optimizer, "[{type: ToySave}]"), List.of(), folder);
  }

  /** Runs with a hook, which overrides find as {@code custom_hooks.0}. */
  static ToyRun withHook(PluginRuntime plugins, String hook, Path folder, String... overrides)
      throws IOException {
    String hooks = "[" + hook + ", {type: ToySave}]";
    String config = CONFIG.formatted("{type: ToyOptimizer}", hooks);
    return train(plugins, config, List.of(overrides), folder);
  }

  private static ToyRun train(
      PluginRuntime plugins, String config, List<String> overrides, Path folder)
      throws IOException {
    MappingNode node = new ConfigLoader().loadText(Path.of("toy.yaml"), config, overrides);
    List<Double> losses = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void iteration(Progress progress, Map<String, Double> scalars) {
            losses.add(scalars.get("loss"));
          }
        };
    try (Experiment experiment = Experiment.open(plugins::engine, plugins.catalog(), node)) {
      experiment.train(new TrainRequest(folder, Map.of(), listener, new StopSignal()));
      Path checkpoint = folder.resolve("toy.safetensors");
      return new ToyRun(losses, checkpoint, experiment.test(checkpoint, image -> {}));
    }
  }
}
