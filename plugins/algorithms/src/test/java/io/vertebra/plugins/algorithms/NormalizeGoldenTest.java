package io.vertebra.plugins.algorithms;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonObject;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.model.DataPreprocessor;
import io.vertebra.api.model.Module;
import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.bind.PartBuilder;
import io.vertebra.testkit.NetworkBench;
import io.vertebra.testkit.Output;
import io.vertebra.testkit.Pictures;
import io.vertebra.testkit.golden.GoldenContract;
import io.vertebra.testkit.golden.GoldenFile;
import io.vertebra.testkit.golden.TensorFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the normalisation on the device with MMCV's transform Normalize, whose place it takes.
 */
final class NormalizeGoldenTest extends GoldenContract {
  @TestFactory
  Stream<DynamicTest> numbers() {
    return part("transforms/index").stream().flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(GoldenFile file) {
    return GoldenFile.tests(
        file.entries("numbers").filter(entry -> entry.get("op").getAsString().equals("Normalize")),
        entry -> check(file.sibling("input.png"), entry));
  }

  private void check(Path picture, JsonObject entry) throws IOException {
    JsonObject config = entry.getAsJsonObject("params").deepCopy();
    config.addProperty("type", "ClsDataPreprocessor");
    try (PartBuilder builder = new PartBuilder();
        NetworkBench bench = new NetworkBench(plugins().engine(), new Module() {}, 1);
        ImageBuffer image =
            plugins()
                .images()
                .decode(Files.readAllBytes(picture), picture.toString(), ColorType.COLOR)) {
      DataPreprocessor preprocessor =
          plugins()
              .build(builder, Kind.DATA_PREPROCESSOR, DataPreprocessor.class, config.toString());
      Output prepared =
          bench
              .evaluate(
                  (context, manager) ->
                      List.of(pixels(Pictures.prepare(preprocessor, context, manager, image))))
              .get(0);
      new TensorFigures(entry.getAsJsonObject("result")).check(prepared, 1e-6, 1e-2, 1e-4);
    }
  }

  /** The figures are those of pixels side by side, here they are planes. */
  private static NDArray pixels(NDArray planes) {
    return planes.squeeze(0).transpose(1, 2, 0);
  }
}
