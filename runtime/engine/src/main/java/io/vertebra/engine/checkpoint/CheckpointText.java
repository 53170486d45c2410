package io.vertebra.engine.checkpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import io.vertebra.engine.pickle.TorchFile;
import io.vertebra.engine.safetensors.SafetensorsReader;
import io.vertebra.engine.safetensors.TensorSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How descriptions of checkpoints stand in their files, as JSON in the header. */
public final class CheckpointText {
  private static final String KEY = "vertebra";

  private static final Gson GSON =
      new GsonBuilder()
          .serializeSpecialFloatingPointValues()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  private CheckpointText() {}

  /**
   * How descriptions become text: numbers keep their digits, also those without end.
   *
   * @return the converter
   */
  public static Gson gson() {
    return GSON;
  }

  /** The metadata of a header with a description. */
  static Map<String, String> metadata(CheckpointInfo info) {
    return Map.of(KEY, text(info));
  }

  /** The same info gives the same text in every process, whatever the order of its maps. */
  private static String text(CheckpointInfo info) {
    return GSON.toJson(sorted(GSON.toJsonTree(info)));
  }

  private static JsonElement sorted(JsonElement element) {
    if (element.isJsonArray()) {
      JsonArray array = new JsonArray();
      element.getAsJsonArray().forEach(each -> array.add(sorted(each)));
      return array;
    }
    if (!element.isJsonObject()) {
      return element;
    }
    JsonObject object = new JsonObject();
    new TreeMap<>(element.getAsJsonObject().asMap())
        .forEach((name, value) -> object.add(name, sorted(value)));
    return object;
  }

  /** Reads the description inside a file; that of another library tells class names at most. */
  static CheckpointInfo read(Path file, TensorSource tensors) throws CheckpointException {
    if (tensors instanceof TorchFile torch) {
      return CheckpointInfo.foreign(torch.classes());
    }
    if (!(tensors instanceof SafetensorsReader reader) || !reader.metadata().containsKey(KEY)) {
      return CheckpointInfo.foreign(List.of());
    }
    try {
      return GSON.fromJson(reader.metadata().get(KEY), CheckpointInfo.class);
    } catch (JsonParseException e) {
      throw new CheckpointException("the description inside " + file + " is damaged", e);
    }
  }
}
