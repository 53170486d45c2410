package io.vertebra.plugins.initializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.safetensors.SafetensorsReader;
import io.vertebra.engine.train.Experiment;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.StopSignal;
import io.vertebra.engine.train.TrainRequest;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A backbone trained on one task starts another, under a head for its classes, in one config. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FineTuneTest {
  private static final String CONFIG =
      """
      model:
        type: ImageClassifier
        backbone: {type: ResNet, depth: 18, base_channels: 4, stem_channels: 4}
        neck: {type: GlobalAveragePooling}
        head: {type: LinearClsHead, num_classes: 5, in_channels: 32}
      train_dataloader: &loader
        batch_size: 2
        num_workers: 1
        dataset: {type: ToyDataset}
        sampler: {type: ToySampler}
      val_dataloader: *loader
      val_evaluator: {type: ToyMetric}
      optim_wrapper: {optimizer: {type: ToyOptimizer}}
      train_cfg: {max_epochs: 1}
      default_hooks: {timer: null, logger: null, param_scheduler: null, checkpoint: null}
      custom_hooks: [{type: ToySave}]
      """;

  private static final String FROZEN = "backbone.layer1.0.conv1.weight";
  private static final String TRAINED = "backbone.layer4.1.conv2.weight";

  private final List<String> notes = new ArrayList<>();
  private PluginRuntime plugins;
  private Path pretrained;

  @TempDir private static Path folder;

  @BeforeAll
  void pretrain() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
    pretrained = train("pretrained");
  }

  @AfterAll
  void close() {
    plugins.close();
  }

  @Test
  void aTrainedBackboneStartsUnderAHeadForOtherClasses() throws IOException {
    Path tuned =
        train(
            "tuned",
            backboneFrom(pretrained, "backbone."),
            "model.backbone.frozen_stages=1",
            "model.head.num_classes=2",
            "optim_wrapper.paramwise_cfg={custom_keys: {backbone: {lr_mult: 0.1}}}");

    assertThat(notes).anyMatch(note -> note.startsWith("model.backbone: 120 of 120 arrays come"));
    assertThat(bytes(tuned, FROZEN)).isEqualTo(bytes(pretrained, FROZEN));
    assertThat(bytes(tuned, TRAINED)).isNotEqualTo(bytes(pretrained, TRAINED));
    assertThat(shape(tuned, "head.fc.weight")).containsExactly(2L, 32L);
  }

  @Test
  void theDotAtTheEndOfThePrefixMayBeLeftOut() throws IOException {
    train("dotless", backboneFrom(pretrained, "backbone"), "model.head.num_classes=2");

    assertThat(notes).anyMatch(note -> note.startsWith("model.backbone: 120 of 120"));
  }

  @Test
  void whatTheFileLacksIsDrawnAndReported() throws IOException {
    Path shallow =
        train(
            "shallow",
            "model.backbone={num_stages: 3, strides: [1, 2, 2],"
                + " dilations: [1, 1, 1], out_indices: [2]}",
            "model.head.in_channels=16");

    assertThatThrownBy(() -> train("strict", backboneFrom(shallow, "backbone.")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("25 missing in the file:\n    backbone.layer4.0.conv1.weight")
        .hasMessageContaining("give `strict: false` beside `checkpoint`");
    train("deep", backboneFrom(shallow, "backbone."), "model.backbone.init_cfg={strict: false}");

    assertThat(notes.get(notes.size() - 1))
        .startsWith("model.backbone: 90 of 120 arrays come from")
        .contains("25 missing in the file:\n    backbone.layer4.0.conv1.weight");
  }

  @Test
  void aRunThatLoadsWeightsTakesWhatFitsWhereToldTo() throws IOException {
    Path shallow =
        train(
            "shallow-run",
            "model.backbone={num_stages: 3, strides: [1, 2, 2],"
                + " dilations: [1, 1, 1], out_indices: [2]}",
            "model.head.in_channels=16");

    assertThatThrownBy(() -> train("strict-run", "load_from=" + shallow))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("25 missing in the file:\n    backbone.layer4.0.conv1.weight")
        .hasMessageContaining("load_from: {checkpoint: " + shallow + ", strict: false}");
    train("deep-run", "load_from={checkpoint: '" + shallow + "', strict: false}");

    assertThat(notes)
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("load_from: 91 of 122 arrays come from")
                    .contains("missing in the file:\n    backbone.layer4.0.conv1.weight")
                    .contains("1 of another shape:\n    head.fc.weight"));
  }

  @Test
  void aWholeModelCanStartFromAFileToo() throws IOException {
    train("whole", "model.init_cfg={type: Pretrained, checkpoint: " + pretrained + "}");

    assertThat(notes).anyMatch(note -> note.startsWith("model: 122 of 122 arrays come from"));
  }

  @Test
  void aCheckpointOfAnotherNetworkIsRefusedWithWhatDiffers() {
    assertThatThrownBy(
            () ->
                train(
                    "wide",
                    backboneFrom(pretrained, "backbone."),
                    "model.backbone.base_channels=8",
                    "model.head.in_channels=64"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("fine-tune.yaml:3:13: ")
        .hasMessageContaining("toy.safetensors does not fit the network of the config")
        .hasMessageContaining("of another shape:")
        .hasMessageContaining(
            "conv1.weight: [4, 4, 3, 3] in the file, [8, 4, 3, 3] in the network");
  }

  @Test
  void aHeadOfOtherClassesInAWholeModelKeepsItsFirstValuesAndIsReported() throws IOException {
    Path tuned =
        train(
            "head",
            "model.init_cfg={type: Pretrained, checkpoint: " + pretrained + "}",
            "model.head.num_classes=2");

    assertThat(notes)
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("model: 120 of 122 arrays come from")
                    .contains("2 left as they are on purpose:")
                    .contains("head.fc.weight: [5, 32] in the file, [2, 32] in the network"));
    assertThat(shape(tuned, "head.fc.weight")).containsExactly(2L, 32L);
  }

  @Test
  void aFileOfAWholeModelNeedsNoPrefix() throws IOException {
    train("whole-names", backboneFrom(pretrained, ""), "model.head.num_classes=2");

    assertThat(notes).anyMatch(note -> note.startsWith("model.backbone: 120 of 120"));
  }

  @Test
  void aPrefixThatTheFileDoesNotHaveIsRefusedWithTheNamesOfBoth() {
    assertThatThrownBy(() -> train("prefix", backboneFrom(pretrained, "encoder.")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("has no weights of this network")
        .hasMessageContaining("its names are backbone.bn1.bias, ")
        .hasMessageContaining(
            "those of the network, with `prefix: \"encoder.\"`, are backbone.bn1.bias, ");
  }

  @Test
  void filesThatCannotBeReadAreNamedWithWhatToDo() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.safetensors"), "no tensors, but some text");

    assertThatThrownBy(() -> train("gone", backboneFrom(folder.resolve("gone"), "")))
        .hasMessageContaining("there is no checkpoint")
        .hasMessageContaining("gone");
    assertThatThrownBy(() -> train("text", backboneFrom(text, "")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("notes.safetensors");
    Path pickle = Files.write(folder.resolve("model.pth"), new byte[] {(byte) 0x80, 2, 'c', 'o'});
    assertThatThrownBy(() -> train("pickle", backboneFrom(pickle, "")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("model.pth: the pickle ends too early");
    assertThatThrownBy(
            () ->
                train(
                    "address",
                    "model.backbone.init_cfg={type: Pretrained, checkpoint: 'https://example.org/a'}"))
        .hasMessageContaining("https://example.org/a is an address");
  }

  @Test
  void aTestNeedsNoFileToStartFrom() throws IOException {
    try (Experiment experiment =
        open("val_evaluator.type=ToyMetric", backboneFrom(folder.resolve("gone"), ""))) {
      assertThat(experiment.test(pretrained, result -> {})).isNotEmpty();
    }
  }

  private static String backboneFrom(Path file, String prefix) {
    return "model.backbone.init_cfg={type: Pretrained, checkpoint: '%s', prefix: '%s'}"
        .formatted(file, prefix);
  }

  private Experiment open(String... overrides) {
    return Experiment.open(
        plugins::engine,
        plugins.catalog(),
        new ConfigLoader().loadText(Path.of("fine-tune.yaml"), CONFIG, List.of(overrides)));
  }

  private Path train(String name, String... overrides) throws IOException {
    RunListener listener =
        new RunListener() {
          @Override
          public void noted(String note) {
            notes.add(note);
          }
        };
    notes.clear();
    Path directory = folder.resolve(name);
    try (Experiment experiment = open(overrides)) {
      experiment.train(new TrainRequest(directory, Map.of(), listener, new StopSignal()));
    }
    return directory.resolve("toy.safetensors");
  }

  private static byte[] bytes(Path file, String name) throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(file)) {
      byte[] bytes = new byte[reader.data(name).remaining()];
      reader.data(name).get(bytes);
      return bytes;
    }
  }

  private static List<Long> shape(Path file, String name) throws IOException {
    try (SafetensorsReader reader = SafetensorsReader.open(file)) {
      return reader.info(name).shape();
    }
  }
}
