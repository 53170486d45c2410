package io.vertebra.plugins.transforms.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.plugins.transforms.GoldenPictures;
import io.vertebra.plugins.transforms.TransformBench;
import io.vertebra.testkit.golden.GoldenContract;
import io.vertebra.testkit.golden.GoldenFile;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the policies that have names with those of MMPretrain 1.2: a policy and its operations
 * written out make the same pictures of the same draws.
 */
final class PoliciesGoldenTest extends GoldenContract {
  private static final int DRAWS = 60;

  private TransformBench bench;
  private JsonObject file;

  @BeforeAll
  void open() {
    bench = new TransformBench(plugins());
    file = part("transforms/policies").map(GoldenFile::json).orElseGet(JsonObject::new);
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @TestFactory
  Stream<DynamicTest> autoAugment() {
    return policies("auto_augment")
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      JsonElement written = file.getAsJsonObject("auto_augment").get(name);
                      String hparams = "hparams: {pad_val: 0, interpolation: bicubic}";
                      boolean reach =
                          file.getAsJsonObject("facts")
                              .get("auto_augment_hparams_reach_the_operations")
                              .getAsBoolean();
                      assertThat(reach).isFalse();
                      compare(
                          "{type: AutoAugment, policies: " + name + ", " + hparams + "}",
                          "{type: AutoAugment, policies: " + written + "}");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> randAugment() {
    String rest = ", num_policies: 2, magnitude_level: 9, magnitude_std: 0.5}";
    return policies("rand_augment")
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        compare(
                            "{type: RandAugment, policies: " + name + rest,
                            "{type: RandAugment, policies: "
                                + file.getAsJsonObject("rand_augment").get(name)
                                + rest)));
  }

  @TestFactory
  Stream<DynamicTest> hyperparametersReachTheOperationsOfRandAugment() {
    if (!file.has("facts")) {
      return Stream.of();
    }
    JsonObject rotate = file.getAsJsonObject("facts").getAsJsonObject("rand_augment_rotate");
    JsonObject hparams = new JsonObject();
    hparams.add("pad_val", rotate.get("pad_val"));
    hparams.add("interpolation", rotate.get("interpolation"));
    JsonObject operation = rotate.deepCopy();
    operation.addProperty("type", "Rotate");
    operation.addProperty("angle", 27);
    return Stream.of(
        dynamicTest(
            "Rotate",
            () ->
                compare(
                    "{type: RandAugment, policies: [{type: Rotate, magnitude_range: [0, 30]}],"
                        + " num_policies: 1, magnitude_level: 9, hparams: "
                        + hparams
                        + "}",
                    operation.toString())));
  }

  @TestFactory
  Stream<DynamicTest> magnitudesOfLevels() {
    JsonElement levels = file.get("levels");
    return levels == null
        ? Stream.of()
        : objects(levels)
            .map(
                entry ->
                    dynamicTest("level " + entry.get("magnitude_level"), () -> checkLevel(entry)));
  }

  private void checkLevel(JsonObject entry) {
    GoldenFile.checkFields(
        entry, Set.of("magnitude_level", "total_level", "magnitude_std", "magnitudes"));
    Levels levels =
        new Levels(
            entry.get("magnitude_level").getAsDouble(),
            new MagnitudeStd(entry.get("magnitude_std").getAsDouble()),
            entry.get("total_level").getAsDouble());
    JsonObject magnitudes = entry.getAsJsonObject("magnitudes");
    for (JsonObject policy :
        objects(file.getAsJsonObject("rand_augment").get("timm_increasing")).toList()) {
      String type = policy.get("type").getAsString();
      String name =
          policy.has("direction") ? type + "_" + policy.get("direction").getAsString() : type;
      if (magnitudes.has(name)) {
        JsonArray range = policy.getAsJsonArray("magnitude_range");
        double magnitude =
            Strength.between(range.get(0).getAsDouble(), range.get(1).getAsDouble())
                .at(levels)
                .magnitude(Optional.empty(), new SplittableRandom(0));
        assertThat(type.equals("Posterize") ? Math.ceil(magnitude) : magnitude)
            .as(name)
            .isCloseTo(magnitudes.get(name).getAsDouble(), within(1e-12));
      }
    }
  }

  private Stream<String> policies(String section) {
    return file.has(section) ? file.getAsJsonObject(section).keySet().stream() : Stream.of();
  }

  private void compare(String actual, String expected) throws IOException {
    Transform named = bench.transform(actual);
    Transform written = bench.transform(expected);
    for (int seed = 0; seed < DRAWS; seed++) {
      // A policy that draws one operation takes one draw more than the operation.
      SplittableRandom first = new SplittableRandom(seed);
      SplittableRandom second = new SplittableRandom(seed);
      if (!expected.contains("policies")) {
        second.nextInt(1);
      }
      try (ImageBuffer left = TransformBench.apply(named, input(), first);
          ImageBuffer right = TransformBench.apply(written, input(), second)) {
        GoldenPictures.assertClose(left, right, 0, 0);
      }
    }
  }

  private ImageBuffer input() throws IOException {
    return new GoldenPictures(part("transforms/index").orElseThrow())
        .picture(bench.images(), "input.png", ColorType.COLOR);
  }

  private static Stream<JsonObject> objects(JsonElement list) {
    return StreamSupport.stream(list.getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }
}
