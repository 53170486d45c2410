package io.vertebra.engine.safetensors;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.vertebra.engine.safetensors.Header.Entry;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of a header, as a stream, so that no nesting can exhaust the stack. */
final class HeaderParser {
  private HeaderParser() {}

  /**
   * Reads a header, without checking that its tensors fit each other and the file.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static Header read(String text) {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      Header header = readHeader(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("the header has text behind its JSON object");
      }
      return header;
    } catch (IOException | IllegalStateException | JsonParseException | NumberFormatException e) {
      throw new IllegalArgumentException("the header is not what it should be: " + firstLine(e), e);
    }
  }

  private static Header readHeader(JsonReader json) throws IOException {
    Map<String, Entry> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = Map.of();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals(Header.METADATA)) {
        metadata = readMetadata(json);
      } else if (tensors.put(name, readEntry(name, json)) != null) {
        throw new IllegalArgumentException("the tensor '" + name + "' is in the header twice");
      }
    }
    json.endObject();
    return new Header(tensors, metadata);
  }

  private static Map<String, String> readMetadata(JsonReader json) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      metadata.put(json.nextName(), json.nextString());
    }
    json.endObject();
    return metadata;
  }

  private static Entry readEntry(String name, JsonReader json) throws IOException {
    String type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      switch (key) {
        case "dtype" -> type = json.nextString();
        case "shape" -> shape = readNumbers(json);
        case "data_offsets" -> offsets = readNumbers(json);
        default -> throw problem(name, "has the unknown key '" + key + "'");
      }
    }
    json.endObject();
    return entry(name, type, shape, offsets);
  }

  private static Entry entry(String name, String type, List<Long> shape, List<Long> offsets) {
    if (type == null || shape == null || offsets == null) {
      throw problem(name, "lacks one of dtype, shape and data_offsets");
    }
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw problem(name, "has data_offsets " + offsets + " instead of a begin and an end");
    }
    String allowed = Arrays.toString(ElementType.values());
    ElementType known =
        ElementType.named(type)
            .orElseThrow(
                () -> problem(name, "has the dtype '" + type + "'; readable are " + allowed));
    try {
      return new Entry(new TensorInfo(name, known, shape), offsets.get(0), offsets.get(1));
    } catch (IllegalArgumentException e) {
      throw problem(name, "is impossible: " + e.getMessage());
    }
  }

  private static List<Long> readNumbers(JsonReader json) throws IOException {
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      numbers.add(readNumber(json));
    }
    json.endArray();
    return numbers;
  }

  private static long readNumber(JsonReader json) throws IOException {
    long number = Long.parseLong(json.nextString());
    if (number < 0) {
      throw new IllegalArgumentException("the header has the negative number " + number);
    }
    return number;
  }

  private static IllegalArgumentException problem(String tensor, String what) {
    return new IllegalArgumentException("the tensor '" + tensor + "' " + what);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
