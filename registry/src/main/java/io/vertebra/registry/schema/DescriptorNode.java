package io.vertebra.registry.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An object within a description, and where it stands. Each getter fails with a sentence that names
 * the place, what is there and what was expected.
 *
 * @param path where it stands, such as {@code extensions[2].options}; empty for the description
 * @param json its keys
 */
record DescriptorNode(String path, JsonObject json) {
  private static final int SHOWN = 40;

  /** Makes the node of a whole description. */
  static DescriptorNode root(JsonElement json) throws IOException {
    return of("", json);
  }

  private static DescriptorNode of(String path, JsonElement json) throws IOException {
    if (!json.isJsonObject()) {
      throw problem(path, json, "an object");
    }
    return new DescriptorNode(path, json.getAsJsonObject());
  }

  /** What is read from one object of a list. */
  @FunctionalInterface
  interface Part<T> {
    /** Reads the object. */
    T read(DescriptorNode node) throws IOException;
  }

  boolean has(String key) {
    return json.has(key);
  }

  DescriptorNode node(String key) throws IOException {
    return of(pathOf(key), value(key));
  }

  <T> List<T> list(String key, Part<T> part) throws IOException {
    JsonElement array = value(key);
    if (!array.isJsonArray()) {
      throw problem(pathOf(key), array, "a list");
    }
    List<T> parts = new ArrayList<>();
    for (JsonElement element : array.getAsJsonArray()) {
      parts.add(part.read(of(pathOf(key) + "[" + parts.size() + "]", element)));
    }
    return List.copyOf(parts);
  }

  String text(String key) throws IOException {
    JsonElement value = value(key);
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw problem(pathOf(key), value, "a text");
  }

  Optional<String> textIfPresent(String key) throws IOException {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  List<String> textsIfPresent(String key) throws IOException {
    List<String> texts = new ArrayList<>();
    if (has(key)) {
      JsonElement array = value(key);
      if (!array.isJsonArray()) {
        throw problem(pathOf(key), array, "a list");
      }
      for (JsonElement element : array.getAsJsonArray()) {
        if (!(element instanceof JsonPrimitive primitive && primitive.isString())) {
          throw problem(pathOf(key), element, "a text");
        }
        texts.add(element.getAsString());
      }
    }
    return texts;
  }

  double number(String key) throws IOException {
    JsonElement value = value(key);
    if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
      return primitive.getAsDouble();
    }
    throw problem(pathOf(key), value, "a number");
  }

  OptionalDouble numberIfPresent(String key) throws IOException {
    return has(key) ? OptionalDouble.of(number(key)) : OptionalDouble.empty();
  }

  /** Makes the failure for a value that has the right form but a wrong meaning. */
  IOException unexpected(String key, String expected) {
    return problem(pathOf(key), json.get(key), expected);
  }

  private JsonElement value(String key) {
    return Optional.ofNullable(json.get(key)).orElse(JsonNull.INSTANCE);
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static IOException problem(String path, JsonElement json, String expected) {
    String place = path.isEmpty() ? "it" : "'" + path + "'";
    return new IOException(
        json.isJsonNull()
            ? "%s is missing: expected %s".formatted(place, expected)
            : "%s is %s: expected %s".formatted(place, shortened(json), expected));
  }

  private static String shortened(JsonElement json) {
    String text = json.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
