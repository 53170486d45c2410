package io.vertebra.plugins.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.data.Batch;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.Binder;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.registry.config.ConfigLoader;
import io.vertebra.registry.config.ListNode;
import io.vertebra.registry.config.MappingNode;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.PluginRuntime;
import io.vertebra.testkit.PluginSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the normalisation on the device with MMCV's transform Normalize, whose place it takes:
 * the figures are those of pixels side by side, here they are planes.
 */
final class NormalizeGoldenTest {
  private static final int CHANNELS = 3;

  @TestFactory
  Stream<DynamicTest> numbers() throws IOException, URISyntaxException {
    String other = System.getProperty("vertebra.golden");
    Path root =
        other != null
            ? Path.of(other)
            : Path.of(NormalizeGoldenTest.class.getResource("/golden").toURI());
    Path file = root.resolve("parts/transforms/index.json");
    if (!Files.exists(file)) {
      return Stream.of();
    }
    MappingNode json = new ConfigLoader().loadText(file, Files.readString(file), List.of());
    return ((ListNode) json.get("numbers").orElseThrow())
        .children().stream()
            .map(MappingNode.class::cast)
            .filter(entry -> value(entry, "op").equals("Normalize"))
            .map(
                entry ->
                    dynamicTest(
                        value(entry, "name").toString(),
                        () -> check(file.resolveSibling("input.png"), entry)));
  }

  private static void check(Path picture, MappingNode entry) throws IOException {
    MappingNode params = (MappingNode) entry.get("params").orElseThrow();
    String config =
        "{type: ClsDataPreprocessor, mean: %s, std: %s, to_rgb: %s}"
            .formatted(value(params, "mean"), value(params, "std"), value(params, "to_rgb"));
    try (PluginRuntime plugins = PluginRuntime.open(PluginSource.CLASS_PATH);
        PartBuilder builder = new PartBuilder();
        NetworkBench bench = new NetworkBench(plugins.engine(), new Module() {}, 1);
        ImageBuffer image =
            plugins
                .images()
                .decode(Files.readAllBytes(picture), picture.toString(), ColorType.COLOR)) {
      DataPreprocessor preprocessor =
          builder.buildPart(
              new Binder(plugins.catalog(), warning -> {})
                  .bindPart(
                      new ConfigLoader().loadText(Path.of("golden.yaml"), config, List.of()),
                      Kind.DATA_PREPROCESSOR,
                      null),
              DataPreprocessor.class);
      Output planes =
          bench
              .evaluate(
                  (context, manager) -> List.of(prepare(context, manager, preprocessor, image)))
              .get(0);
      compare(planes, (MappingNode) entry.get("result").orElseThrow());
    }
  }

  private static NDArray prepare(
      Context context, NDManager manager, DataPreprocessor preprocessor, ImageBuffer image) {
    ByteBuffer pixels = manager.allocateDirect(image.pixels().limit());
    pixels.put(image.pixels()).rewind();
    Shape shape = new Shape(1, image.height(), image.width(), image.channels());
    NDArray images = manager.create(pixels, shape, DataType.UINT8);
    return preprocessor.forward(context, new Batch(List.of(images), null)).images();
  }

  private static void compare(Output planes, MappingNode expected) {
    List<?> first = (List<?>) value(expected, "first");
    int plane = (int) (planes.shape().get(2) * planes.shape().get(3));
    for (int i = 0; i < first.size(); i++) {
      assertThat((double) planes.value(i % CHANNELS * plane + i / CHANNELS))
          .isCloseTo(number(first.get(i)), within(1e-6));
    }
    assertThat(planes.sum()).isCloseTo(number(value(expected, "sum")), within(1e-2));
    assertThat(planes.norm()).isCloseTo(number(value(expected, "l2")), within(1e-4));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static Object value(MappingNode node, String key) {
    return node.get(key).orElseThrow().toObject();
  }
}
