package io.vertebra.plugins.resnext;

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
import org.junit.jupiter.api.Test;

/** The lists of tensors are those of the networks that MMPretrain builds, in their order. */
final class StateDictTest {
  @Test
  void hasTheTensorsOfMmpretrain() throws IOException {
    assertThat(tensors("{type: ResNeXt, depth: 50, groups: 32, width_per_group: 4}"))
        .isEqualTo(read("resnext50_32x4d.tsv"));
  }

  @Test
  void oneGroupIsResNet() throws IOException {
    assertThat(tensors("{type: ResNeXt, depth: 50, groups: 1, width_per_group: 64}"))
        .contains("layer1.0.conv2.weight\t64x64x3x3\tparam");
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
