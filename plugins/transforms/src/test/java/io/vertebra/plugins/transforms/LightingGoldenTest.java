package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.testkit.golden.GoldenContract;
import io.vertebra.testkit.golden.GoldenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares what Lighting adds with MMCV 2.1. The figures are those of images of float32, before
 * they become 8-bit again.
 */
final class LightingGoldenTest extends GoldenContract {
  private static final double STD = 0.1;
  private static final int CHANNELS = 3;

  @TestFactory
  Stream<DynamicTest> numbers() {
    return part("transforms/index").stream().flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(GoldenFile file) {
    return GoldenFile.tests(
        file.entries("numbers").filter(entry -> entry.get("op").getAsString().equals("Lighting")),
        entry -> check(new GoldenPictures(file), entry));
  }

  private void check(GoldenPictures golden, JsonObject entry) throws IOException {
    try (TransformBench bench = new TransformBench(plugins());
        ImageBuffer input = golden.picture(bench.images(), "input.png", ColorType.COLOR)) {
      JsonObject config = entry.getAsJsonObject("params").deepCopy();
      config.addProperty("type", "Lighting");
      config.addProperty("alphastd", STD);
      Deque<Double> alphas = new ArrayDeque<>();
      entry.getAsJsonArray("alpha").forEach(alpha -> alphas.add(alpha.getAsDouble() / STD));
      double[] added =
          ((Lighting) bench.transform(config.toString()))
              .draw(new Script().gaussians(alphas::remove));
      compare(
          lit(input, added, config.get("to_rgb").getAsBoolean()), entry.getAsJsonObject("result"));
    }
  }

  private static double[] lit(ImageBuffer input, double[] added, boolean toRgb) {
    ByteBuffer pixels = input.pixels();
    double[] values = new double[pixels.limit()];
    for (int i = 0; i < values.length; i++) {
      int channel = i % CHANNELS;
      int from = i - channel + (toRgb ? CHANNELS - 1 - channel : channel);
      values[i] = (pixels.get(from) & 0xff) + added[channel];
    }
    return values;
  }

  private static void compare(double[] values, JsonObject expected) {
    List<Double> first = GoldenFile.numbers(expected.get("first"));
    for (int i = 0; i < first.size(); i++) {
      assertThat(values[i]).isCloseTo(first.get(i), within(1e-4));
    }
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum).isCloseTo(expected.get("sum").getAsDouble(), within(0.1));
    assertThat(Math.sqrt(squares)).isCloseTo(expected.get("l2").getAsDouble(), within(1e-2));
  }
}
