package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.vertebra.plugins.transforms.pixels.Rectangle;
import io.vertebra.testkit.golden.GoldenContract;
import io.vertebra.testkit.golden.GoldenFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares the rectangles that draws lead to with those of MMPretrain 1.2. */
final class BoxesGoldenTest extends GoldenContract {
  private static final Set<String> FIELDS =
      Set.of(
          "op",
          "params",
          "image_height_width",
          "uniform_fractions",
          "integer_fractions",
          "uniform_used",
          "box_top_left_height_width");
  private static final Set<String> PARAMS =
      Set.of(
          "scale",
          "crop_ratio_range",
          "aspect_ratio_range",
          "erase_prob",
          "min_area_ratio",
          "max_area_ratio");

  @TestFactory
  Stream<DynamicTest> boxes() {
    return part("transforms/index").stream()
        .flatMap(file -> file.entries("boxes"))
        .map(entry -> dynamicTest(entry.get("op").getAsString(), () -> check(entry)));
  }

  private static void check(JsonObject entry) {
    GoldenFile.checkFields(entry, FIELDS);
    GoldenFile.checkFields(entry.getAsJsonObject("params"), PARAMS);
    List<Double> size = GoldenFile.numbers(entry.get("image_height_width"));
    Draws draws =
        new Draws(
            GoldenFile.numbers(entry.get("uniform_fractions")),
            GoldenFile.numbers(entry.get("integer_fractions")));
    Rectangle box = draw(entry).draw(size.get(0).intValue(), size.get(1).intValue(), draws);
    assertThat(List.of(box.top(), box.left(), box.height(), box.width()))
        .isEqualTo(
            GoldenFile.numbers(entry.get("box_top_left_height_width")).stream()
                .map(Double::intValue)
                .toList());
  }

  private static BoxDraw draw(JsonObject entry) {
    JsonObject params = entry.getAsJsonObject("params");
    List<Double> areas = range(params, "crop_ratio_range", List.of(0.08, 1.0));
    List<Double> ratios = range(params, "aspect_ratio_range", List.of(3.0 / 4, 4.0 / 3));
    return switch (entry.get("op").getAsString()) {
      case "RandomResizedCrop" -> new RandomBox(areas, ratios, 10);
      case "EfficientNetRandomCrop" ->
          new EfficientNetBox(
              areas, ratios, 10, 0.1, new EfficientNetMiddle(params.get("scale").getAsInt(), 32));
      default ->
          new ErasedBox(
              params.get("min_area_ratio").getAsDouble(),
              params.get("max_area_ratio").getAsDouble(),
              List.of(3.0 / 10, 10.0 / 3));
    };
  }

  private static List<Double> range(JsonObject params, String key, List<Double> otherwise) {
    return params.has(key) ? GoldenFile.numbers(params.get(key)) : otherwise;
  }
}
