package io.vertebra.cli.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import io.vertebra.api.data.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads results that {@link JsonResult} wrote, one after the other. */
final class JsonResultReader {
  private final Results results = new Results();

  private JsonResultReader() {}

  /** Reads a file with an object a line. */
  static Results lines(Path file) throws IOException {
    JsonResultReader reader = new JsonResultReader();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          reader.add(file + ":" + number, JsonParser.parseString(line));
        }
        number++;
      }
    } catch (JsonParseException e) {
      throw unreadable(file, e);
    }
    return reader.results;
  }

  /** Reads a file of one object whose {@code results} is an array. */
  static Results document(Path file) throws IOException {
    JsonResultReader reader = new JsonResultReader();
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      json.beginObject();
      while (json.hasNext()) {
        if (json.nextName().equals("results")) {
          reader.readAll(file, json);
        } else {
          json.skipValue();
        }
      }
    } catch (JsonParseException | IllegalStateException e) {
      throw unreadable(file, e);
    }
    return reader.results;
  }

  private static IOException unreadable(Path file, RuntimeException e) {
    return new IOException("'" + file + "' is no JSON of results: " + e.getMessage(), e);
  }

  private void readAll(Path file, JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      add(file + ": result " + (results.entries().size() + 1), JsonParser.parseReader(json));
    }
    json.endArray();
  }

  private void add(String place, JsonElement element) throws IOException {
    try {
      JsonObject object = element.getAsJsonObject();
      JsonElement scores = object.get("scores");
      Map<String, Integer> tasks = new LinkedHashMap<>();
      JsonArray all = new JsonArray();
      if (scores.isJsonObject()) {
        for (Map.Entry<String, JsonElement> task : scores.getAsJsonObject().entrySet()) {
          tasks.put(task.getKey(), task.getValue().getAsJsonArray().size());
          all.addAll(task.getValue().getAsJsonArray());
        }
      } else {
        all = scores.getAsJsonArray();
      }
      String image = object.get("image").getAsString();
      results.add(new Result(image, target(object.get("label")), floats(all)), tasks);
    } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
      throw new IOException(
          place + ": expected an object with image, label and scores, but found " + element, e);
    } catch (IOException e) {
      throw new IOException(place + ": " + e.getMessage(), e);
    }
  }

  private static Target target(JsonElement label) {
    if (label == null || label.isJsonNull()) {
      return Target.UNKNOWN;
    }
    if (label.isJsonArray()) {
      return new Target.ManyLabels(floats(label.getAsJsonArray()));
    }
    if (label.isJsonObject()) {
      Map<String, Target> tasks = new LinkedHashMap<>();
      label.getAsJsonObject().asMap().forEach((task, value) -> tasks.put(task, target(value)));
      return new Target.Tasks(tasks);
    }
    return Target.of(label.getAsInt());
  }

  private static float[] floats(JsonArray array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).getAsFloat();
    }
    return values;
  }
}
