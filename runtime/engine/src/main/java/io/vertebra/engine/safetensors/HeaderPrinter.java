package io.vertebra.engine.safetensors;

import com.google.gson.stream.JsonWriter;
import io.vertebra.engine.safetensors.Header.Entry;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Writes the JSON of a header. */
final class HeaderPrinter {
  private HeaderPrinter() {}

  /** Writes a header without white space. */
  static String write(Header header) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      writeMetadata(header.metadata(), json);
      for (Entry entry : header.tensors().values()) {
        writeEntry(entry, json);
      }
      json.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static void writeMetadata(Map<String, String> metadata, JsonWriter json)
      throws IOException {
    if (metadata.isEmpty()) {
      return;
    }
    json.name(Header.METADATA).beginObject();
    for (Map.Entry<String, String> pair : metadata.entrySet()) {
      json.name(pair.getKey()).value(pair.getValue());
    }
    json.endObject();
  }

  private static void writeEntry(Entry entry, JsonWriter json) throws IOException {
    json.name(entry.info().name()).beginObject();
    json.name("dtype").value(entry.info().type().name());
    json.name("shape").beginArray();
    for (long length : entry.info().shape()) {
      json.value(length);
    }
    json.endArray();
    json.name("data_offsets").beginArray().value(entry.begin()).value(entry.end()).endArray();
    json.endObject();
  }
}
