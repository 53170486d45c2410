package io.vertebra.plugins.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vertebra.api.image.ColorType;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The golden pictures among the resources, or those below the folder that {@code
 * -Dvertebra.golden=DIR} names.
 */
public record GoldenPictures(Path folder) {
  /** The folder of transforms, or empty where there is none. */
  public static Optional<GoldenPictures> transforms() {
    String other = System.getProperty("vertebra.golden");
    try {
      Path root =
          other != null
              ? Path.of(other)
              : Path.of(GoldenPictures.class.getResource("/golden").toURI());
      return Optional.of(root.resolve("parts/transforms"))
          .filter(Files::isDirectory)
          .map(GoldenPictures::new);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** A file of figures, or an empty object where it is missing. */
  public JsonObject json(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file)
        ? JsonParser.parseString(Files.readString(file)).getAsJsonObject()
        : new JsonObject();
  }

  public ImageBuffer picture(ImageOps ops, String file, ColorType type) throws IOException {
    return ops.decode(Files.readAllBytes(folder.resolve(file)), file, type);
  }

  /** Checks that values differ by at most so much, and at most such a share of them at all. */
  public static void assertClose(
      ImageBuffer actual, ImageBuffer expected, int largest, double share) {
    assertThat(actual).hasToString(expected.toString());
    ByteBuffer left = actual.pixels();
    ByteBuffer right = expected.pixels();
    double differing = 0;
    for (int i = 0; i < left.limit(); i++) {
      int difference = Math.abs((left.get(i) & 0xff) - (right.get(i) & 0xff));
      assertThat(difference).as("value %d", i).isLessThanOrEqualTo(largest);
      differing += difference == 0 ? 0 : 1;
    }
    assertThat(differing / left.limit()).as("share of differences").isLessThanOrEqualTo(share);
  }
}
