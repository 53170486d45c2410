package io.vertebra.plugins.resnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.model.Backbone;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import io.vertebra.testkit.golden.StateKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of tensors are those of the networks that MMPretrain builds, in their order. */
final class StateDictTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          resnet18.tsv    | {type: ResNet, depth: 18}
          resnet50.tsv    | {type: ResNet, depth: 50}
          resnetv1d50.tsv | {type: ResNet, depth: 50, deep_stem: true, avg_down: true}
          resnetv1d50.tsv | {type: ResNetV1d, depth: 50}
          """)
  void hasTheTensorsOfMmpretrain(String file, String config) throws IOException {
    assertThat(tensors(config)).isEqualTo(read(file));
  }

  private static List<String> tensors(String config) throws IOException {
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        PartBuilder builder = new PartBuilder()) {
      return StateKeys.of(plugins.build(builder, Kind.BACKBONE, Backbone.class, config));
    }
  }

  private static List<String> read(String file) throws IOException {
    try (InputStream in = StateDictTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
