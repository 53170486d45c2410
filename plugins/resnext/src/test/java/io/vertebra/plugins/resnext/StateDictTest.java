package io.vertebra.plugins.resnext;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.model.Backbone;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of tensors are those of the networks that MMPretrain builds, in their order. */
final class StateDictTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          resnext50_32x4d | {type: ResNeXt, depth: 50}
          resnext50_32x4d | {type: ResNeXt, depth: 50, groups: 32, width_per_group: 4}
          """)
  void hasTheTensorsOfMmpretrain(String list, String config) throws IOException {
    assertThat(tensors(config)).isEqualTo(read(list + ".tsv"));
  }

  private static List<String> tensors(String config) throws IOException {
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        PartBuilder builder = new PartBuilder()) {
      Backbone network =
          builder.buildPart(
              new Binder(plugins.catalog())
                  .bindPart(
                      new ConfigLoader().loadText(Path.of("test"), config, List.of()),
                      Kind.BACKBONE,
                      null),
              Backbone.class);
      return network.tensors().entrySet().stream().map(StateDictTest::line).toList();
    }
  }

  private static String line(Map.Entry<String, ModelTensor> tensor) {
    return String.join(
        "\t",
        tensor.getKey(),
        LongStream.of(tensor.getValue().shape().getShape())
            .mapToObj(Long::toString)
            .collect(Collectors.joining("x")),
        tensor.getValue() instanceof Parameter ? "param" : "buffer");
  }

  private static List<String> read(String file) throws IOException {
    try (InputStream in = StateDictTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
