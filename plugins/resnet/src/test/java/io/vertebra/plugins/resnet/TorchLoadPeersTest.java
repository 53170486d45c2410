package io.vertebra.plugins.resnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.engine.checkpoint.CheckpointInfo;
import io.vertebra.engine.checkpoint.WeightConversion;
import io.vertebra.engine.inference.NamedNetwork;
import io.vertebra.engine.inference.NetworkBuilder;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.safetensors.TensorInfo;
import io.vertebra.engine.safetensors.TensorSource;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.testkit.Peers;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** PyTorch itself reads what is written for it. */
@EnabledIfSystemProperty(
    named = "vertebra.peers",
    matches = "true",
    disabledReason = "compares with the package torch of PyPI: -Ppeers")
final class TorchLoadPeersTest {
  private static final String PACKAGE = "torch==2.7.1";

  private static final String CONFIG =
      """
      model:
        type: ImageClassifier
        backbone: {type: ResNet, depth: 18, base_channels: 8, stem_channels: 8}
        neck: {type: GlobalAveragePooling}
        head: {type: LinearClsHead, num_classes: 3, in_channels: 64}
      """;

  @TempDir private Path folder;

  private Path convert(PluginRuntime plugins, NamedNetwork network) throws IOException {
    Path ours = folder.resolve("ours.safetensors");
    CheckpointInfo info = new CheckpointInfo("", List.of(), 0, 0, Map.of(), Map.of());
    try (ModelState state =
        ModelState.initialize(
            network.algorithm(), plugins.engine().runtime(), plugins.engine().device(), 0)) {
      Checkpoint.write(ours, info, state.stateDict(), Map.of(), plugins.engine().files());
    }
    Path theirs = folder.resolve("theirs.pth");
    try (Checkpoint checkpoint = Checkpoint.openWeights(ours)) {
      new WeightConversion(network.algorithm(), network.tables())
          .convert(checkpoint, "torchvision", theirs);
    }
    return theirs;
  }

  /** A line for each tensor: name, shape, and the checksum of its bytes. */
  private static List<String> lines(TensorSource tensors) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : tensors.names()) {
      TensorInfo info = tensors.info(name);
      ByteBuffer data = tensors.data(name);
      CRC32 checksum = new CRC32();
      checksum.update(data);
      String shape = info.shape().stream().map(Object::toString).collect(Collectors.joining("x"));
      lines.add("%s %s %d".formatted(name, shape, checksum.getValue()));
    }
    return lines;
  }

  @Test
  void loadsTheWeightsAloneAndMapsThemIntoMemory() throws IOException, InterruptedException {
    Path script = folder.resolve("load_weights.py");
    try (InputStream text = TorchLoadPeersTest.class.getResourceAsStream("load_weights.py")) {
      Files.copy(text, script);
    }
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH)) {
      Path file =
          new NetworkBuilder(plugins.catalog())
              .use(
                  new ConfigLoader().loadText(Path.of("peers.yaml"), CONFIG, List.of()),
                  network -> convert(plugins, network));
      try (Checkpoint written = Checkpoint.openWeights(file)) {
        assertThat(Peers.python(PACKAGE).run(script.toString(), file.toString()).lines())
            .containsExactlyElementsOf(lines(written.tensors()));
      }
    }
  }
}
