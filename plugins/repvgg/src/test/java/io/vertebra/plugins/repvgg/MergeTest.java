package io.vertebra.plugins.repvgg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointException;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.inference.BranchMerging;
import io.vertebra.engine.inference.NetworkBuilder;
import io.vertebra.engine.model.ModelState;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The config of a merged network follows from what its parts say of themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MergeTest {
  private static final String CONFIG =
      """
      model:
        type: ImageClassifier
        backbone:
          type: RepVGG
          arch: {num_blocks: [1, 2], width_factor: [1, 1.5]}
          base_channels: 8
          strides: [2, 1]
          dilations: [1, 1]
          out_indices: [-1]
        neck: {type: GlobalAveragePooling}
        head: {type: LinearClsHead, num_classes: 2, in_channels: 12}
      """;

  private PluginRuntime plugins;

  @TempDir private Path folder;

  @BeforeAll
  void open() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  void close() {
    plugins.close();
  }

  private static MappingNode config(String... changes) {
    return new ConfigLoader().loadText(Path.of("merge.yaml"), CONFIG, List.of(changes));
  }

  private Path trained(MappingNode config) throws IOException {
    Path file = folder.resolve("trained.safetensors");
    CheckpointInfo info = new CheckpointInfo("", List.of("ant", "bee"), 0, 0, Map.of(), Map.of());
    new NetworkBuilder(plugins.catalog())
        .use(
            config,
            network -> {
              try (ModelState state =
                  ModelState.initialize(
                      network.algorithm(),
                      plugins.engine().runtime(),
                      plugins.engine().device(),
                      0)) {
                Checkpoint.write(file, info, state.stateDict(), Map.of(), plugins.engine().files());
              }
              return file;
            });
    return file;
  }

  private int merge(MappingNode config, Path output) throws IOException {
    try (Checkpoint weights = Checkpoint.openWeights(trained(config))) {
      return new BranchMerging(plugins.engine(), plugins.catalog()).merge(config, weights, output);
    }
  }

  @Test
  void theFileHasTheConfigOfTheMergedNetworkAndItsArrays() throws IOException {
    Path merged = folder.resolve("merged.safetensors");

    assertThat(merge(config(), merged)).isEqualTo(10);
    try (Checkpoint checkpoint = Checkpoint.open(merged)) {
      assertThat(checkpoint.info().config()).contains("deploy: true");
      assertThat(checkpoint.info().classes()).containsExactly("ant", "bee");
      assertThat(checkpoint.tensors().names())
          .contains("backbone.stem.branch_reparam.weight", "head.fc.bias");
    }
  }

  @Test
  void aNetworkWithoutBranchesIsRefusedWithItsParts() {
    MappingNode plain =
        config("model.backbone={type: ToyBackbone, _delete_: true}", "model.head.in_channels=4");

    assertThatThrownBy(() -> merge(plain, folder.resolve("merged.safetensors")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("the network has no branches to merge: none of its parts (backbone,");
  }
}
