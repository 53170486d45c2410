package io.vertebra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.Experiment;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.StopSignal;
import io.vertebra.engine.train.TrainRequest;
import io.vertebra.host.Vertebra;
import io.vertebra.registry.config.ConfigLoader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of a third party comes into a running framework and is trained. */
final class ExamplePluginIT {
  @TempDir private Path folder;

  @Test
  void jarThatIsDroppedIntoARunningFrameworkIsTrained() throws IOException {
    Path plugins = BuiltPlugins.copyTo(folder.resolve("plugins"));
    try (Vertebra vertebra = BuiltPlugins.open(plugins)) {
      assertThat(vertebra.catalog().find(Kind.BACKBONE, "TinyConvNet")).isEmpty();

      Files.copy(Path.of(System.getProperty("vertebra.example")), plugins.resolve("tiny.jar"));
      vertebra.pluginHost().scan();

      assertThat(vertebra.catalog().find(Kind.BACKBONE, "TinyConvNet"))
          .hasValueSatisfying(
              part -> assertThat(part.owner()).hasToString("org.example.tiny-conv-net 1.0.0"));
      assertThat(train(vertebra)).hasSize(2).allMatch(Double::isFinite);
    }
  }

  private List<Double> train(Vertebra vertebra) throws IOException {
    writeImages();
    String config =
        """
        model:
          type: ImageClassifier
          backbone: {type: TinyConvNet, width: 4}
          neck: {type: GlobalAveragePooling}
          head: {type: LinearClsHead, num_classes: 10, in_channels: 4}
        data_preprocessor: {mean: [33.46], std: [78.87]}
        train_dataloader:
          batch_size: 2
          dataset: {type: MNIST, data_root: '%s', pipeline: [{type: PackInputs}]}
          sampler: {type: DefaultSampler, shuffle: true}
        optim_wrapper: {optimizer: {type: SGD, lr: 0.01}}
        train_cfg: {max_epochs: 1}
        """
            .formatted(folder);
    List<Double> losses = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void iteration(Progress progress, Map<String, Double> scalars) {
            losses.add(scalars.get("loss"));
          }
        };
    var node = new ConfigLoader().loadText(Path.of("tiny.yaml"), config, List.of());
    try (Experiment experiment = vertebra.experiment(node)) {
      Path workDirectory = folder.resolve("work");
      experiment.train(new TrainRequest(workDirectory, Map.of(), listener, new StopSignal()));
    }
    return losses;
  }

  /** Four images of 28 x 28 pixels in the format IDX. */
  private void writeImages() throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + 4 * 28 * 28);
    images.putInt(0x803).putInt(4).putInt(28).putInt(28);
    while (images.hasRemaining()) {
      images.put((byte) (images.position() * 31));
    }
    Files.write(folder.resolve("train-images-idx3-ubyte"), images.array());
    byte[] labels = ByteBuffer.allocate(12).putInt(0x801).putInt(4).putInt(0x03010402).array();
    Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
  }
}
