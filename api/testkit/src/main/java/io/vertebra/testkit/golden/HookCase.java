package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Hook;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.train.Experiment;
import io.vertebra.engine.train.ResumeFrom;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.StopSignal;
import io.vertebra.engine.train.TrainRequest;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.toy.ToyRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A run of toy parts with hooks that note their calls. */
final class HookCase {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "train_cfg",
          "train_samples",
          "val_samples",
          "batch_size",
          "custom_hooks",
          "checkpoint_hook",
          "resumed_after",
          "hook_order",
          "calls",
          "note");

  private static final String CONFIG =
      """
      model: {type: ToyAlgorithm}
      data_preprocessor: {type: ToyPreprocessor}
      train_dataloader: %s
      optim_wrapper: {optimizer: {type: ToyOptimizer}}
      train_cfg: %s
      custom_hooks: [%s]
      """;

  private static final String LOADER =
      "{batch_size: %s, num_workers: 1, dataset: {type: ToyDataset, samples: %s},"
          + " sampler: {type: ToySampler}}";

  /** What stands in the place of a hook where the test of a run begins. */
  private static final String MARK = "--";

  private final PluginRuntime plugins;
  private final JsonObject golden;
  private final Path folder;

  HookCase(PluginRuntime plugins, JsonObject golden, Path folder) {
    GoldenFile.checkFields(golden, FIELDS);
    this.plugins = plugins;
    this.golden = golden;
    this.folder = folder;
  }

  void check() throws IOException {
    if (golden.has("resumed_after")) {
      train(Optional.empty());
      Files.delete(folder.resolve(ToyRecorder.FILE));
      String name = golden.get("resumed_after").getAsString().replace(' ', '_');
      Path from = folder.resolve(name + Checkpoint.ENDING);
      train(Optional.of(new ResumeFrom(Optional.of(from))));
    } else {
      train(Optional.empty());
    }
    assertThat(Files.readAllLines(folder.resolve(ToyRecorder.FILE))).isEqualTo(expectedCalls());
    checkOrder();
  }

  private void train(Optional<ResumeFrom> resume) throws IOException {
    MappingNode config =
        new ConfigLoader()
            .loadText(Path.of(golden.get("name").getAsString() + ".yaml"), config(), List.of());
    try (Experiment experiment = Experiment.open(plugins::engine, plugins.catalog(), config)) {
      experiment.train(
          new TrainRequest(folder, Map.of(), new RunListener() {}, new StopSignal(), resume));
      if (calls().stream().anyMatch(call -> call.get(0).getAsString().equals(MARK))) {
        experiment.test(lastCheckpoint(), image -> {});
      }
    }
  }

  private String config() {
    List<String> hooks = new ArrayList<>();
    for (JsonElement each : golden.getAsJsonArray("custom_hooks")) {
      JsonArray hook = each.getAsJsonArray();
      hooks.add("{type: ToyRecorder, name: %s, priority: %s}".formatted(hook.get(0), hook.get(1)));
    }
    StringBuilder text =
        new StringBuilder(
            CONFIG.formatted(
                loader("train_samples"), golden.get("train_cfg"), String.join(", ", hooks)));
    if (golden.get("val_samples").getAsInt() > 0) {
      text.append("val_dataloader: %s%n".formatted(loader("val_samples")));
      text.append("val_evaluator: {type: ToyMetric}%n".formatted());
    }
    if (golden.has("checkpoint_hook")) {
      text.append("default_hooks: {checkpoint: %s}%n".formatted(golden.get("checkpoint_hook")));
    }
    return text.toString();
  }

  private String loader(String samples) {
    return LOADER.formatted(golden.get("batch_size"), golden.get(samples));
  }

  private List<JsonArray> calls() {
    return golden.getAsJsonArray("calls").asList().stream()
        .map(JsonElement::getAsJsonArray)
        .toList();
  }

  private List<String> expectedCalls() {
    return calls().stream()
        .filter(call -> !call.get(0).getAsString().equals(MARK))
        .map(
            call ->
                "%s %s/%s %s"
                    .formatted(
                        call.get(0).getAsString(),
                        call.get(2),
                        call.get(3),
                        call.get(1).getAsString() + (call.size() > 4 ? "," + call.get(4) : "")))
        .toList();
  }

  /** Compares all hooks that there are here; MMEngine has some whose work the engine does. */
  private void checkOrder() throws IOException {
    Set<String> own =
        golden.getAsJsonArray("custom_hooks").asList().stream()
            .map(hook -> hook.getAsJsonArray().get(0).getAsString())
            .collect(Collectors.toSet());
    List<String> expected = new ArrayList<>();
    for (JsonElement each : golden.getAsJsonArray("hook_order")) {
      String name = each.getAsJsonArray().get(0).getAsString();
      boolean isOwn = own.contains(name);
      if (isOwn || plugins.catalog().find(Kind.HOOK, name).isPresent()) {
        expected.add(name);
      }
      if (!isOwn && plugins.catalog().find(Kind.HOOK, name).isPresent()) {
        checkPriority(name, each.getAsJsonArray().get(1).getAsInt());
      }
    }
    assertThat(savedHooks()).isEqualTo(expected);
  }

  private void checkPriority(String type, int priority) {
    try (PartBuilder builder = new PartBuilder()) {
      Hook hook = plugins.build(builder, Kind.HOOK, Hook.class, "{type: " + type + "}");
      assertThat(hook.priority()).as(type).isEqualTo(priority);
    }
  }

  /** The hooks in the order in which they are called, as the last checkpoint has them. */
  private List<String> savedHooks() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(lastCheckpoint())) {
      return ((List<?>) checkpoint.info().training().get("hooks"))
          .stream().map(hook -> name((Map<?, ?>) hook)).toList();
    }
  }

  private static String name(Map<?, ?> hook) {
    String type = (String) hook.get("class");
    return type.equals(ToyRecorder.class.getName())
        ? (String) ((Map<?, ?>) hook.get("state")).get(ToyRecorder.NAME)
        : type.substring(type.lastIndexOf('.') + 1);
  }

  private Path lastCheckpoint() throws IOException {
    return Path.of(Files.readString(folder.resolve("last_checkpoint")).strip());
  }
}
