package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares with the boxes of mmpretrain 1.2.0; see the file's schema entry. */
final class RandomBoxGoldenTest {
  @Test
  void drawsTheBoxesOfMmpretrain() throws IOException {
    List<Case> cases = read().boxes();
    assertThat(cases).hasSize(6);
    for (Case golden : cases) {
      List<Double> areas = golden.params().areas();
      RandomBox box =
          new RandomBox(areas == null ? List.of(0.08, 1.0) : areas, List.of(3.0 / 4, 4.0 / 3), 10);
      Draws draws = new Draws(golden.uniform(), golden.integer());
      RandomBox.Box drawn = box.draw(golden.image().get(0), golden.image().get(1), draws);
      assertThat(List.of(drawn.top(), drawn.left(), drawn.height(), drawn.width()))
          .as(golden.toString())
          .isEqualTo(golden.box());
    }
  }

  private static File read() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            RandomBoxGoldenTest.class.getResourceAsStream("boxes.json"), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, File.class);
    }
  }

  private record File(List<Case> boxes) {}

  private record Case(
      Params params,
      @SerializedName("image_height_width") List<Integer> image,
      @SerializedName("uniform_fractions") List<Double> uniform,
      @SerializedName("integer_fractions") List<Double> integer,
      @SerializedName("box_top_left_height_width") List<Integer> box) {}

  private record Params(@SerializedName("crop_ratio_range") List<Double> areas) {}
}
