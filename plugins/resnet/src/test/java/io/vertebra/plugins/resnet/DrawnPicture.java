package io.vertebra.plugins.resnet;

import com.google.gson.JsonObject;
import io.vertebra.api.image.ImageBuffer;
import io.vertebra.api.image.ImageOps;
import io.vertebra.testkit.golden.Fill;
import io.vertebra.testkit.golden.GoldenFile;
import java.util.List;

/**
 * A picture that is computed by the formula of the figures.
 *
 * @param key what its noise comes from
 * @param height in pixels
 * @param width in pixels
 * @param formula its colours
 */
record DrawnPicture(String key, int height, int width, Formula formula) {
  private static final int CHANNELS = 3;

  /**
   * How light each channel is from place to place.
   *
   * @param coefficients three for each of red, green and blue
   */
  record Formula(List<List<Double>> coefficients) {
    static Formula of(JsonObject input) {
      return new Formula(
          input.getAsJsonArray("coefficients_a_b_d_for_R_G_B").asList().stream()
              .map(GoldenFile::numbers)
              .toList());
    }
  }

  static DrawnPicture of(JsonObject image, Formula formula) {
    List<Double> size = GoldenFile.numbers(image.get("height_width"));
    return new DrawnPicture(
        image.get("key").getAsString(), size.get(0).intValue(), size.get(1).intValue(), formula);
  }

  /** The channels of the formula are red, green and blue; those of images blue, green and red. */
  ImageBuffer draw(ImageOps ops) {
    ImageBuffer image = ops.allocate(height, width, CHANNELS);
    Fill noise = new Fill(key);
    for (int i = 0; i < height * width * CHANNELS; i++) {
      int channel = i % CHANNELS;
      image.pixels().put(i - channel + CHANNELS - 1 - channel, level(noise, i / CHANNELS, channel));
    }
    return image;
  }

  private byte level(Fill noise, int pixel, int channel) {
    int x = pixel % width;
    int y = pixel / width;
    List<Double> factors = formula.coefficients().get(channel);
    double slope =
        factors.get(0) * x / (width - 1) + factors.get(1) * y / (height - 1) + factors.get(2);
    int block = (x / 8 + y / 8) % 2 == 1 && y >= height / 2 ? 1 : 0;
    double level =
        Math.floor(
            40 + 170 * slope + 25 * block + 12 * noise.at((long) pixel * CHANNELS + channel) + 0.5);
    return (byte) Math.max(0, Math.min(255, (int) level));
  }
}
