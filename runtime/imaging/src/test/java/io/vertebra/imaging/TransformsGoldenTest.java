package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.FlipDirection;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.image.ResizeBackend;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares resizing, cropping and mirroring with pictures made by OpenCV 4.11, Pillow 13 and mmcv
 * 2.1, by Java alone and with the native library. {@code -Dvertebra.golden=DIR} takes the pictures
 * from another folder.
 */
final class TransformsGoldenTest {
  private final BufferPool pool = new BufferPool(1 << 20);
  private HostImageOps ops = Fixtures.withoutNative(pool);
  private final Path folder = goldenRoot().resolve("parts/transforms");

  private static Path goldenRoot() {
    String other = System.getProperty("vertebra.golden");
    try {
      return other != null
          ? Path.of(other)
          : Path.of(TransformsGoldenTest.class.getResource("/golden").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> picturesByJava() throws IOException {
    return pictures();
  }

  @TestFactory
  Stream<DynamicTest> picturesByTheNativeLibrary() throws IOException {
    ops = Fixtures.withNative(pool);
    return pictures();
  }

  private Stream<DynamicTest> pictures() throws IOException {
    JsonArray cases =
        JsonParser.parseString(Files.readString(folder.resolve("index.json")))
            .getAsJsonObject()
            .getAsJsonArray("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(entry -> DynamicTest.dynamicTest(text(entry, "name"), () -> check(entry)));
  }

  private void check(JsonObject entry) throws IOException {
    try (ImageBuffer input = picture("input.png");
        ImageBuffer result = apply(entry, input);
        ImageBuffer expected = picture(text(entry, "file"))) {
      Differences differences = Differences.between(result, expected);
      boolean exact = isExact(entry);
      assertThat(differences.largest()).isLessThanOrEqualTo(exact ? 0 : 1);
      assertThat(differences.share()).isLessThanOrEqualTo(exact ? 0 : 0.05);
    }
    assertThat(pool.live()).isZero();
  }

  private ImageBuffer picture(String file) throws IOException {
    return ops.decode(Files.readAllBytes(folder.resolve(file)), file, ColorType.COLOR);
  }

  /** OpenCV's builds differ among themselves in the rules that are left out here. */
  private static boolean isExact(JsonObject entry) {
    return backend(entry) == ResizeBackend.PILLOW
        || interpolation(entry) == Interpolation.NEAREST
        || interpolation(entry) == Interpolation.BILINEAR;
  }

  private ImageBuffer apply(JsonObject entry, ImageBuffer input) {
    return switch (text(entry, "op")) {
      case "Resize", "ResizeEdge" -> resize(entry, input);
      case "RandomResizedCrop" -> cropAndResize(entry, input);
      case "RandomFlip" ->
          ops.flip(
              input,
              FlipDirection.valueOf(text(parameters(entry), "direction").toUpperCase(Locale.ROOT)));
      case "CenterCrop" -> centerCrop(entry, input);
      case "EfficientNetCenterCrop" -> efficientNetCrop(entry, input);
      default -> skip(entry);
    };
  }

  private static ImageBuffer skip(JsonObject entry) {
    return Assumptions.abort("no image operation of the host: " + text(entry, "op"));
  }

  private ImageBuffer resize(JsonObject entry, ImageBuffer input) {
    JsonArray first = parameters(entry).getAsJsonArray("crop_first");
    if (first == null) {
      return resized(entry, input);
    }
    try (ImageBuffer part =
        ops.crop(input, 0, 0, first.get(0).getAsInt(), first.get(1).getAsInt())) {
      return resized(entry, part);
    }
  }

  private ImageBuffer resized(JsonObject entry, ImageBuffer source) {
    JsonArray size = entry.getAsJsonArray("height_width");
    return ops.resize(
        source,
        size.get(0).getAsInt(),
        size.get(1).getAsInt(),
        interpolation(entry),
        backend(entry));
  }

  private ImageBuffer cropAndResize(JsonObject entry, ImageBuffer input) {
    JsonArray box = entry.getAsJsonArray("box_top_left_height_width");
    try (ImageBuffer part =
        ops.crop(
            input,
            box.get(0).getAsInt(),
            box.get(1).getAsInt(),
            box.get(2).getAsInt(),
            box.get(3).getAsInt())) {
      return resized(entry, part);
    }
  }

  private ImageBuffer centerCrop(JsonObject entry, ImageBuffer input) {
    if (parameters(entry).has("auto_pad")) {
      return Assumptions.abort("no image operation of the host: Pad before CenterCrop");
    }
    JsonArray size = entry.getAsJsonArray("height_width");
    int height = size.get(0).getAsInt();
    int width = size.get(1).getAsInt();
    int top = (int) Math.rint((input.height() - height) / 2.0);
    int left = (int) Math.rint((input.width() - width) / 2.0);
    return ops.crop(input, top, left, height, width);
  }

  private ImageBuffer efficientNetCrop(JsonObject entry, ImageBuffer input) {
    double crop = parameters(entry).get("crop_size").getAsDouble();
    double padding = parameters(entry).get("crop_padding").getAsDouble();
    double side = crop / (crop + padding) * Math.min(input.height(), input.width());
    int top = (int) Math.rint((input.height() - side) / 2);
    int left = (int) Math.rint((input.width() - side) / 2);
    try (ImageBuffer part = ops.crop(input, top, left, (int) side, (int) side)) {
      return resized(entry, part);
    }
  }

  private static ResizeBackend backend(JsonObject entry) {
    return "pillow".equals(text(entry, "reference")) ? ResizeBackend.PILLOW : ResizeBackend.CV2;
  }

  private static Interpolation interpolation(JsonObject entry) {
    JsonObject parameters = parameters(entry);
    return parameters.has("interpolation")
        ? Interpolation.valueOf(text(parameters, "interpolation").toUpperCase(Locale.ROOT))
        : Interpolation.BILINEAR;
  }

  private static JsonObject parameters(JsonObject entry) {
    return entry.getAsJsonObject("params");
  }

  private static String text(JsonObject entry, String key) {
    return entry.get(key).getAsString();
  }
}
