package io.vertebra.plugins.transforms;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.vertebra.api.options.IntPair;
import io.vertebra.testkit.golden.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A picture of the figures as a config and the draws that lead to it: what was drawn in the
 * reference is pinned by ranges of one value, or scripted.
 */
final class GoldenCase {
  private static final Set<String> SIGNED =
      Set.of(
          "Shear", "Translate", "Rotate", "Contrast", "ColorTransform", "Brightness", "Sharpness");
  private static final Set<String> BY_CHANCE =
      Set.of(
          "RandomFlip",
          "RandomGrayscale",
          "AutoContrast",
          "Invert",
          "Equalize",
          "Solarize",
          "SolarizeAdd",
          "Posterize",
          "GaussianBlur");
  private static final String SAMPLED = "cv2.";
  private static final List<String> JITTERS =
      List.of("brightness", "contrast", "saturation", "hue");

  private final JsonObject entry;
  private final int height;
  private final int width;

  GoldenCase(JsonObject entry, IntPair heightAndWidth) {
    this.entry = entry;
    this.height = heightAndWidth.first();
    this.width = heightAndWidth.second();
  }

  /** The config of the transform, with all parameters of the case. */
  JsonObject config() {
    JsonObject config = entry.getAsJsonObject("params").deepCopy();
    String op = op();
    config.addProperty("type", op);
    config.remove("crop_first");
    if (SIGNED.contains(op)) {
      config.addProperty("random_negative_prob", 0);
    }
    if (SIGNED.contains(op) || BY_CHANCE.contains(op) || op.equals("Cutout")) {
      config.addProperty("prob", 1);
    }
    switch (op) {
      case "GaussianBlur" -> sampled(config);
      case "Resize" -> size(config);
      case "RandomResizedCrop" -> {
        config.add("crop_ratio_range", twice(area()));
        config.add("aspect_ratio_range", twice(box(3) / box(2)));
      }
      case "RandomErasing" -> {
        config.addProperty("min_area_ratio", area());
        config.addProperty("max_area_ratio", area());
        config.add("aspect_range", twice(box(2) / box(3)));
      }
      case "ColorJitter" -> {
        JsonObject factors = entry.getAsJsonObject("factor");
        factors.keySet().forEach(key -> config.add(key, twice(factors.get(key).getAsDouble())));
      }
      default -> {}
    }
    return config;
  }

  /** The type of the transform. */
  String op() {
    String op = entry.get("op").getAsString();
    return op.startsWith(SAMPLED) ? op.substring(SAMPLED.length()) : op;
  }

  private static void sampled(JsonObject config) {
    if (config.has("kernel")) {
      config.add("kernel_size", config.remove("kernel"));
      config.add("radius", config.remove("sigma"));
      config.addProperty("backend", "cv2");
    }
  }

  private static void size(JsonObject config) {
    if (config.has("width")) {
      JsonArray scale = new JsonArray();
      scale.add(config.remove("width"));
      scale.add(config.remove("height"));
      config.add("scale", scale);
    }
  }

  private double box(int index) {
    return entry.getAsJsonArray("box_top_left_height_width").get(index).getAsDouble();
  }

  private double area() {
    return box(2) * box(3) / (height * width);
  }

  private static JsonArray twice(double value) {
    JsonArray range = new JsonArray();
    range.add(value);
    range.add(value);
    return range;
  }

  /** The draws of the case. */
  Script draws() {
    Script script = new Script();
    if (entry.has("box_top_left_height_width")) {
      script.ints(List.of((int) box(0), (int) box(1)));
    }
    if (entry.has("draw_y0_x0")) {
      JsonArray place = entry.getAsJsonArray("draw_y0_x0");
      script.doubles(0.0, place.get(0).getAsDouble() / height, place.get(1).getAsDouble() / width);
    }
    if (entry.has("order")) {
      script.ints(shuffle(entry.getAsJsonArray("order")));
    }
    Fill noise = new Fill("erase");
    AtomicLong index = new AtomicLong();
    return script.gaussians(() -> 2.5 * noise.at(index.getAndIncrement()));
  }

  /** The draws by which 0, 1, 2, 3 come into an order, the last place first. */
  private static List<Integer> shuffle(JsonArray order) {
    List<Integer> places = new ArrayList<>(List.of(0, 1, 2, 3));
    List<Integer> draws = new ArrayList<>();
    for (int last = places.size() - 1; last > 0; last--) {
      JsonElement wanted = order.get(last);
      int drawn = places.indexOf(JITTERS.indexOf(wanted.getAsString()));
      places.set(drawn, places.set(last, places.get(drawn)));
      draws.add(drawn);
    }
    return draws;
  }
}
