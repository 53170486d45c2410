package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares decoded files with what OpenCV (Pillow 13 for GIF) makes of them: 4.11, and 5.0 for
 * those with 4:1:1 and 4:4:0 sampling and the large one. Each is decoded by Java alone, and with
 * the native library.
 */
final class DecodeGoldenTest {
  /** Java's libjpeg repeats rows where OpenCV's interpolates between them. */
  private static final String HALVED_IN_ROWS = "jpeg_440.jpg";

  private final BufferPool pool = new BufferPool(1 << 20);
  private final HostImageOps java = Fixtures.withoutNative(pool);
  private final HostImageOps ops = Fixtures.withNative(pool);

  @TestFactory
  Stream<DynamicTest> filesByJava() throws IOException {
    return files(java).filter(test -> !test.getDisplayName().equals(HALVED_IN_ROWS));
  }

  @TestFactory
  Stream<DynamicTest> filesByTheNativeLibrary() throws IOException {
    return files(ops);
  }

  @TestFactory
  Stream<DynamicTest> reducedFiles() {
    return IntStream.of(2, 4, 8)
        .mapToObj(divisor -> DynamicTest.dynamicTest("1/" + divisor, () -> checkReduced(divisor)));
  }

  private void checkReduced(int divisor) throws IOException {
    int leastSide = (61 + divisor - 1) / divisor;
    try (ImageBuffer image =
            ops.decodeReduced(
                Fixtures.bytes("jpeg_large.jpg"), "a.jpg", ColorType.COLOR, leastSide);
        ImageBuffer reference =
            decode(ops, "expected/jpeg_large_%d.png".formatted(divisor), ColorType.COLOR)) {
      assertThat(Differences.between(image, reference).largest()).isZero();
    }
  }

  private Stream<DynamicTest> files(HostImageOps by) throws IOException {
    return StreamSupport.stream(
            JsonParser.parseString(Fixtures.text("index.json"))
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .spliterator(),
            false)
        .map(JsonElement::getAsJsonObject)
        .map(entry -> DynamicTest.dynamicTest(name(entry), () -> check(by, entry)));
  }

  private static String name(JsonObject entry) {
    return entry.get("file").getAsString();
  }

  private void check(HostImageOps by, JsonObject entry) throws IOException {
    String expected = entry.get("expected").getAsString();
    try (ImageBuffer image = decode(by, name(entry), ColorType.COLOR);
        ImageBuffer reference = decode(by, expected, ColorType.COLOR);
        ImageBuffer grey = decode(by, name(entry), ColorType.GRAYSCALE);
        ImageBuffer referenceGrey = decode(by, expected, ColorType.GRAYSCALE)) {
      assertThat(Differences.between(image, reference).largest()).isZero();
      assertThat(Differences.between(grey, referenceGrey).largest()).isZero();
    }
    assertThat(pool.live()).isZero();
  }

  private static ImageBuffer decode(HostImageOps by, String file, ColorType type)
      throws IOException {
    return by.decode(Fixtures.bytes(file), file, type);
  }
}
