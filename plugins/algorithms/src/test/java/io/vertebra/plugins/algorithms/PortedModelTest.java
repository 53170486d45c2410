package io.vertebra.plugins.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that models of MMPretrain's configs have beside their networks. */
final class PortedModelTest {
  @Test
  void aPreprocessorMayStandWithinTheModel() throws IOException {
    assertThat(preprocessorOf("data_preprocessor={mean: [33.5], std: [78.9]}"))
        .isInstanceOf(ClsDataPreprocessor.class)
        .extracting(DataPreprocessor::channels)
        .isEqualTo(1);
    assertThat(preprocessorOf("data_preprocessor=null")).isNull();
    assertThat(preprocessorOf("init_cfg=null")).isNull();
  }

  @Test
  void otherKeysAreRefusedWithWhatToUse() {
    assertThatThrownBy(() -> preprocessorOf("pretrained=resnet.pth"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("use init_cfg: {type: Pretrained, checkpoint: ...}");
  }

  @Test
  void batchesMayBeMixedByTheModel() throws IOException {
    assertThat(preprocessorOf("train_cfg={augments: {type: Mixup, alpha: 0.8}}")).isNull();
    assertThat(
            preprocessorOf(
                "train_cfg={augments: [{type: Mixup, alpha: 0.8}, {type: CutMix, alpha: 1.0}],"
                    + " probs: [0.3, 0.7]}"))
        .isNull();
    assertThatThrownBy(() -> preprocessorOf("train_cfg={augments: {type: Mixup, alpha: 0}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("alpha is 0.0: it must be greater than 0");
  }

  private static DataPreprocessor preprocessorOf(String override) throws IOException {
    String model = "{type: ImageClassifier, backbone: {type: ToyBackbone}, head: {type: ToyHead}}";
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        PartBuilder builder = new PartBuilder()) {
      return builder
          .buildPart(
              new Binder(plugins.catalog(), warning -> {})
                  .bindPart(
                      new ConfigLoader().loadText(Path.of("model.yaml"), model, List.of(override)),
                      Kind.ALGORITHM,
                      null),
              Algorithm.class)
          .dataPreprocessor()
          .orElse(null);
    }
  }
}
