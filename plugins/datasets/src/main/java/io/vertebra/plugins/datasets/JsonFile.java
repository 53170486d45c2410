package io.vertebra.plugins.datasets;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON as plain values. */
final class JsonFile {
  private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private JsonFile() {}

  /**
   * Reads a file: objects become maps in their order, arrays lists, and numbers {@link Double}.
   *
   * @throws IOException if it cannot be read or is no JSON; the message names the place
   */
  static Object read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "There is no file '%s': check data_root and ann_file".formatted(file.toAbsolutePath()));
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      return GSON.fromJson(reader, Object.class);
    } catch (JsonParseException e) {
      throw new IOException("'%s' is no JSON: %s".formatted(file, reason(e)), e);
    }
  }

  /** The first line of what the parser says; the second is an address for programmers. */
  private static String reason(JsonParseException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
