package io.vertebra.cli.result;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import io.vertebra.api.metric.Table;
import io.vertebra.engine.file.AtomicFile;
import io.vertebra.engine.metric.Figures;
import io.vertebra.engine.numpy.NumpyArray;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes what a test found, whole or not at all.
 *
 * @param figures the figures; only {@code .json} holds them
 * @param classes the names of the classes, by label
 * @param results what was found of each image
 */
public record ResultReport(Figures figures, List<String> classes, Results results) {
  private static final int BUFFER = 1 << 16;

  /** Text of a file. */
  @FunctionalInterface
  private interface Text {
    void writeTo(Writer writer) throws IOException;
  }

  /**
   * Writes a file in the form of its ending.
   *
   * @param file one with an ending of {@link ResultFiles#endings}, in a folder that is there
   * @throws IOException if it cannot be written, or its form does not hold labels like these
   */
  public void write(Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".npy")) {
      NumpyArray labels = NumpyResults.labels(results);
      AtomicFile.write(file, NumpyResults.scores(results)::writeTo);
      AtomicFile.write(NumpyResults.labelsFile(file), labels::writeTo);
    } else if (name.endsWith(".csv")) {
      write(file, writer -> CsvResults.write(results, classes, writer));
    } else if (name.endsWith(".jsonl")) {
      write(file, this::writeLines);
    } else {
      write(file, this::writeJson);
    }
  }

  private static void write(Path file, Text text) throws IOException {
    AtomicFile.write(
        file,
        channel -> {
          Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder(), BUFFER);
          text.writeTo(writer);
          writer.flush();
        });
  }

  private void writeLines(Writer writer) throws IOException {
    for (Result result : results.entries()) {
      JsonWriter json = json(writer, FormattingStyle.COMPACT);
      new JsonResult(json, classes, results.tasks()).write(result);
      json.flush();
      writer.write('\n');
    }
  }

  /** Writes the figures and the result of each image. */
  void writeJson(Writer writer) throws IOException {
    JsonWriter json = json(writer, FormattingStyle.PRETTY);
    json.beginObject();
    writeFigures(figures, json);
    json.name("images").value(results.entries().size()).name("results").beginArray();
    JsonResult one = new JsonResult(json, classes, results.tasks());
    for (Result result : results.entries()) {
      one.write(result);
    }
    json.endArray().endObject().flush();
  }

  private static JsonWriter json(Writer writer, FormattingStyle style) {
    JsonWriter json = new JsonWriter(writer);
    json.setFormattingStyle(style);
    json.setStrictness(Strictness.LENIENT);
    json.setHtmlSafe(false);
    return json;
  }

  /**
   * Writes figures and tables as members of an object that has begun.
   *
   * @param figures the figures
   * @param json where to
   * @throws IOException if it cannot be written
   */
  public static void writeFigures(Figures figures, JsonWriter json) throws IOException {
    json.name("metrics").beginObject();
    for (Map.Entry<String, Double> metric : figures.numbers().entrySet()) {
      json.name(metric.getKey()).value(metric.getValue());
    }
    json.endObject();
    if (!figures.tables().isEmpty()) {
      json.name("tables").beginObject();
      for (Map.Entry<String, Table> table : figures.tables().entrySet()) {
        json.name(table.getKey());
        writeTable(table.getValue(), json);
      }
      json.endObject();
    }
  }

  private static void writeTable(Table table, JsonWriter json) throws IOException {
    FormattingStyle style = json.getFormattingStyle();
    json.beginObject().name("columns").beginArray();
    for (String column : table.columns()) {
      json.value(column);
    }
    json.endArray().name("rows").beginArray();
    for (List<Double> row : table.rows()) {
      json.beginArray();
      json.setFormattingStyle(FormattingStyle.COMPACT);
      for (double value : row) {
        json.value(value);
      }
      json.endArray();
      json.setFormattingStyle(style);
    }
    json.endArray().endObject();
  }
}
