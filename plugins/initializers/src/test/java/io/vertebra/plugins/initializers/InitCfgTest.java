package io.vertebra.plugins.initializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.model.Algorithm;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.plugin.Kind;
import io.vertebra.engine.init.Initialization;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who has the last word on the first value of a parameter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InitCfgTest {
  private static final String MODEL =
      """
      type: ImageClassifier
      backbone: {type: ResNet, depth: 18, base_channels: 8, stem_channels: 8}
      neck: {type: GlobalAveragePooling}
      head: {type: LinearClsHead, num_classes: 4, in_channels: 64}
      """;

  private static final String CONVOLUTION = "backbone.layer1.0.conv1.weight";
  private static final String NORM = "backbone.layer1.0.bn1.weight";
  private static final String LAST_NORM = "backbone.layer1.0.bn2.weight";
  private static final String CLASSES = "head.fc.weight";

  private static final Distribution KAIMING = Distribution.kaimingNormal(8 * 9);
  private static final Distribution SMALL = new Distribution.TruncatedNormal(0, 0.02, -2, 2);

  private PluginRuntime plugins;

  @BeforeAll
  void open() throws IOException {
    plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
  }

  @AfterAll
  void close() {
    plugins.close();
  }

  @Test
  void withoutInitCfgNetworksStartAsTheyDoByThemselves() {
    assertThat(initial())
        .containsEntry(CONVOLUTION, KAIMING)
        .containsEntry(NORM, Distribution.ones())
        .containsEntry(LAST_NORM, Distribution.zeros())
        .containsEntry(CLASSES, new Distribution.Normal(0, 0.01))
        .containsEntry("head.fc.bias", Distribution.zeros());
  }

  @Test
  void theWordDefaultSaysTheSame() {
    assertThat(initial("backbone.init_cfg=default", "head.init_cfg=default")).isEqualTo(initial());
  }

  @Test
  void nullLeavesANetworkToTheDefaultsOfItsLayers() {
    assertThat(initial("head.init_cfg=null", "backbone.init_cfg=null"))
        .containsEntry(CLASSES, Distribution.fanInUniform(64))
        .containsEntry("head.fc.bias", Distribution.fanInUniform(64))
        .containsEntry(CONVOLUTION, Distribution.fanInUniform(8 * 9))
        .containsEntry(LAST_NORM, Distribution.zeros());
  }

  @Test
  void networksWithinAnotherHaveTheLastWord() {
    String small = "init_cfg={type: TruncNormal, layer: [Conv2d, Linear], std: 0.02}";

    assertThat(initial(small)).isEqualTo(initial());
    assertThat(initial(small, "head.init_cfg=null"))
        .containsEntry(CONVOLUTION, KAIMING)
        .containsEntry(CLASSES, SMALL);
  }

  @Test
  void initialisersOfANetworkTakeThePlaceOfItsOwnButNotOfWhatBlocksInsistOn() {
    Map<String, Distribution> initial =
        initial(
            "backbone.init_cfg=[{type: TruncNormal, layer: Conv2d, std: 0.02},"
                + " {type: Constant, layer: [_BatchNorm, GroupNorm], val: 0.5, bias: 0.25}]");

    assertThat(initial)
        .containsEntry(CONVOLUTION, SMALL)
        .containsEntry(NORM, new Distribution.Constant(0.5))
        .containsEntry("backbone.layer1.0.bn1.bias", new Distribution.Constant(0.25))
        .containsEntry(LAST_NORM, Distribution.zeros())
        .containsEntry(CLASSES, new Distribution.Normal(0, 0.01));
  }

  @Test
  void overridesFillAModuleOfTheNetwork() {
    Map<String, Distribution> initial =
        initial(
            "backbone.init_cfg={type: Normal, layer: Conv2d, std: 0.5,"
                + " override: {type: Constant, name: layer1.0.conv1, val: 3}}",
            "head.init_cfg={type: Normal, name: fc, std: 0.25, bias_prob: 0.01}");

    assertThat(initial)
        .containsEntry(CONVOLUTION, new Distribution.Constant(3))
        .containsEntry("backbone.layer1.0.conv2.weight", new Distribution.Normal(0, 0.5))
        .containsEntry(CLASSES, new Distribution.Normal(0, 0.25))
        .containsEntry("head.fc.bias", new Distribution.Constant(Math.log(0.01 / 0.99)));
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> initial("head.init_cfg={type: Constant, val: 0, name: fcc}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("model.yaml:4")
        .hasMessageContaining("`init_cfg` does not fit: there is no module `fcc`")
        .hasMessageContaining("LinearClsHead has loss_module, fc");
    assertThatThrownBy(() -> initial("backbone.init_cfg={type: Xavier, layer: BatchNorm2d}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Xavier cannot fill a Bn: its weight of shape (8)")
        .hasMessageContaining("name layers by `layer`");
  }

  @Test
  void whatSaysNothingIsRefused() {
    assertThatThrownBy(() -> initial("head.init_cfg={type: Constant, val: 0}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("give `layer`, the kinds of layers, or `name`");
    assertThatThrownBy(() -> initial("head.init_cfg={type: Uniform, a: 1, b: 0, layer: Linear}"))
        .hasMessageContaining("a is the lower bound and b the upper, but a is 1.0 and b 0.0");
    assertThatThrownBy(() -> initial("head.init_cfg={type: Kaiming, mode: in, layer: Linear}"))
        .hasMessageContaining("must be one of fan_in, fan_out");
  }

  private Map<String, Distribution> initial(String... overrides) {
    MappingNode config =
        new ConfigLoader().loadText(Path.of("model.yaml"), MODEL, List.of(overrides));
    try (PartBuilder builder = new PartBuilder()) {
      Algorithm algorithm =
          builder.buildPart(
              new Binder(plugins.catalog(), warning -> {}).bindPart(config, Kind.ALGORITHM, null),
              Algorithm.class);
      new Initialization(builder).apply(algorithm);
      Map<String, Distribution> initial = new LinkedHashMap<>();
      for (Map.Entry<String, Parameter> entry : algorithm.parameters().entrySet()) {
        initial.put(entry.getKey(), entry.getValue().initial());
      }
      return initial;
    }
  }
}
