package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares decoded files with what OpenCV 4.11 (Pillow 13 for GIF) makes of them. */
final class DecodeGoldenTest {
  private final BufferPool pool = new BufferPool(1 << 20);
  private final HostImageOps ops = new HostImageOps(pool, 1_000_000);

  @TestFactory
  Stream<DynamicTest> files() throws IOException {
    return StreamSupport.stream(
            JsonParser.parseString(Fixtures.text("index.json"))
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .spliterator(),
            false)
        .map(JsonElement::getAsJsonObject)
        .map(entry -> DynamicTest.dynamicTest(name(entry), () -> check(entry)));
  }

  private static String name(JsonObject entry) {
    return entry.get("file").getAsString();
  }

  private void check(JsonObject entry) throws IOException {
    String expected = entry.get("expected").getAsString();
    try (ImageBuffer image = decode(name(entry), ColorType.COLOR);
        ImageBuffer reference = decode(expected, ColorType.COLOR);
        ImageBuffer grey = decode(name(entry), ColorType.GRAYSCALE);
        ImageBuffer referenceGrey = decode(expected, ColorType.GRAYSCALE)) {
      assertThat(Differences.between(image, reference).largest()).isZero();
      assertThat(Differences.between(grey, referenceGrey).largest()).isZero();
    }
    assertThat(pool.live()).isZero();
  }

  private ImageBuffer decode(String file, ColorType type) throws IOException {
    return ops.decode(Fixtures.bytes(file), file, type);
  }
}
