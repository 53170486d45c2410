package io.vertebra.registry.config;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON. */
final class JsonWriting {
  private JsonWriting() {}

  static String write(ConfigNode node) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      out.setIndent("  ");
      write(node, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes all that is written", e);
    }
    return escaped(text + "\n");
  }

  // Two braces, as nothing but a text has them, would begin a reference where this is read again.
  private static String escaped(String json) {
    StringBuilder out = new StringBuilder();
    json.replace("{{", "{\\u007B").codePoints().forEach(c -> escape(c, out));
    return out.toString();
  }

  private static void escape(int c, StringBuilder out) {
    if (c != '\n' && Escapes.isNeeded(c)) {
      Escapes.append(out, c);
    } else {
      out.appendCodePoint(c);
    }
  }

  private static void write(ConfigNode node, JsonWriter out) throws IOException {
    if (node instanceof MappingNode mapping) {
      out.beginObject();
      for (MappingNode.Entry entry : mapping.entries()) {
        out.name(entry.key());
        write(entry.value(), out);
      }
      out.endObject();
    } else if (node instanceof ListNode list) {
      out.beginArray();
      for (ConfigNode element : list.children()) {
        write(element, out);
      }
      out.endArray();
    } else {
      scalar(((ScalarNode) node).value(), out);
    }
  }

  private static void scalar(Object value, JsonWriter out) throws IOException {
    if (value instanceof Double number && !Double.isFinite(number)) {
      out.value(number.toString());
    } else if (value instanceof Number number) {
      out.value(number);
    } else if (value instanceof Boolean flag) {
      out.value(flag);
    } else if (value == null) {
      out.nullValue();
    } else {
      out.value(value.toString());
    }
  }
}
