package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.data.Transform;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.options.IntPair;
import io.vertebra.api.plugin.Kind;
import io.vertebra.plugins.transforms.pixels.BorderMode;
import io.vertebra.plugins.transforms.pixels.Framing;
import io.vertebra.plugins.transforms.pixels.Gray;
import io.vertebra.plugins.transforms.pixels.PointTable;
import io.vertebra.plugins.transforms.pixels.Rectangle;
import io.vertebra.testkit.golden.GoldenContract;
import io.vertebra.testkit.golden.GoldenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares transforms with pictures made by MMPretrain 1.2, MMCV 2.1, OpenCV 4.11, Pillow 13. */
final class TransformsGoldenTest extends GoldenContract {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "op",
          "params",
          "reference",
          "call",
          "file",
          "height_width",
          "note",
          "box_top_left_height_width",
          "draw_y0_x0",
          "factor",
          "order",
          "added");

  private TransformBench bench;
  private GoldenPictures golden;

  @BeforeAll
  void open() {
    bench = new TransformBench(plugins());
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @TestFactory
  Stream<DynamicTest> pictures() {
    return part("transforms/index").stream().flatMap(this::pictures);
  }

  private Stream<DynamicTest> pictures(GoldenFile file) {
    golden = new GoldenPictures(file);
    return file.tests("cases", this::check);
  }

  private void check(JsonObject entry) throws IOException {
    GoldenFile.checkFields(entry, FIELDS);
    try (ImageBuffer result = result(entry);
        ImageBuffer expected =
            golden.picture(
                bench.images(),
                text(entry, "file"),
                result.channels() == 1 ? ColorType.GRAYSCALE : ColorType.COLOR)) {
      GoldenPictures.assertClose(result, expected, tolerance(entry), share(entry));
    }
    assertThat(bench.liveImages()).isZero();
  }

  /** OpenCV's builds differ among themselves in some rules, and libraries in rounding hues. */
  private static int tolerance(JsonObject entry) {
    return share(entry) == 0 ? 0 : 1;
  }

  private static double share(JsonObject entry) {
    JsonObject params = entry.getAsJsonObject("params");
    boolean hue = entry.has("factor") && entry.getAsJsonObject("factor").has("hue");
    if (hue) {
      return 0.27;
    }
    boolean cv2 = text(entry, "reference").equals("cv2");
    String rule = params.has("interpolation") ? text(params, "interpolation") : "bilinear";
    return cv2 && Set.of("bicubic", "area", "lanczos").contains(rule) ? 0.05 : 0;
  }

  private ImageBuffer result(JsonObject entry) throws IOException {
    return switch (text(entry, "op")) {
      case "impad" -> padded(entry);
      case "bgr2gray" -> golden.picture(bench.images(), "input.png", ColorType.GRAYSCALE);
      case "convert L" -> pillowGray();
      default -> transformed(entry);
    };
  }

  private ImageBuffer padded(JsonObject entry) throws IOException {
    JsonObject params = entry.getAsJsonObject("params");
    List<Integer> sides =
        GoldenFile.numbers(params.get("padding")).stream().map(Double::intValue).toList();
    BorderMode mode = BorderMode.valueOf(text(params, "padding_mode").toUpperCase(Locale.ROOT));
    List<Double> fill =
        params.has("pad_val") ? GoldenFile.numbers(params.get("pad_val")) : List.of(0.0);
    try (ImageBuffer input = input()) {
      Rectangle frame =
          new Rectangle(
              -sides.get(1),
              -sides.get(0),
              input.height() + sides.get(1) + sides.get(3),
              input.width() + sides.get(0) + sides.get(2));
      return new Framing(mode, fill).take(bench.images(), input, frame);
    }
  }

  private ImageBuffer pillowGray() throws IOException {
    try (ImageBuffer input = input()) {
      ImageBuffer gray = bench.images().allocate(input.height(), input.width(), 1);
      ByteBuffer from = input.pixels();
      ByteBuffer to = gray.pixels();
      while (to.hasRemaining()) {
        to.put((byte) Gray.PILLOW.of(from.get() & 0xff, from.get() & 0xff, from.get() & 0xff));
      }
      return gray;
    }
  }

  private ImageBuffer transformed(JsonObject entry) throws IOException {
    GoldenCase drawn = new GoldenCase(entry, inputSize());
    assumeProvided(Kind.TRANSFORM, drawn.op());
    Transform transform = bench.transform(drawn.config().toString());
    return TransformBench.apply(transform, prepared(entry), drawn.draws());
  }

  private IntPair inputSize() throws IOException {
    try (ImageBuffer input = input()) {
      return new IntPair(input.height(), input.width());
    }
  }

  private ImageBuffer input() throws IOException {
    return golden.picture(bench.images(), "input.png", ColorType.COLOR);
  }

  /** The input as the case takes it. */
  private ImageBuffer prepared(JsonObject entry) throws IOException {
    ImageBuffer input = input();
    JsonElement part = entry.getAsJsonObject("params").get("crop_first");
    if (part != null) {
      JsonArray size = part.getAsJsonArray();
      try (ImageBuffer whole = input) {
        return bench.images().crop(whole, 0, 0, size.get(0).getAsInt(), size.get(1).getAsInt());
      }
    }
    if (text(entry, "call").equals("input first mapped to v div 3 + 20")) {
      PointTable.of(value -> value / 3 + 20).apply(input);
    }
    return input;
  }

  private static String text(JsonObject object, String key) {
    return object.get(key).getAsString();
  }
}
