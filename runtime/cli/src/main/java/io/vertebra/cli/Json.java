package io.vertebra.cli;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.Writer;

/** Writes JSON as all commands do. */
final class Json {
  /** Indented by two. */
  static final FormattingStyle STYLE = FormattingStyle.PRETTY;

  private Json() {}

  /** A writer of JSON, in which figures that are not numbers come as {@code NaN}. */
  static JsonWriter writer(Writer writer) {
    JsonWriter json = new JsonWriter(writer);
    json.setFormattingStyle(STYLE);
    json.setStrictness(Strictness.LENIENT);
    json.setHtmlSafe(false);
    return json;
  }
}
