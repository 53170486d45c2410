package io.vertebra.engine.log;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.RunListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The log files of a run: {@code run.log} for people, {@code scalars.jsonl} for programs. Each line
 * is on the disk when the call that writes it returns.
 */
public final class RunLog implements RunListener, AutoCloseable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Gson gson = new GsonBuilder().serializeSpecialFloatingPointValues().create();
  private final RemainingTime remaining = new RemainingTime();
  private final Path folder;
  private final BufferedWriter text;
  private final BufferedWriter scalars;

  /**
   * Opens the logs.
   *
   * @param folder the folder of the log files, which exists
   * @throws IOException if they cannot be written
   */
  public RunLog(Path folder) throws IOException {
    this.folder = folder;
    text = Files.newBufferedWriter(folder.resolve("run.log"), StandardCharsets.UTF_8);
    scalars = Files.newBufferedWriter(folder.resolve("scalars.jsonl"), StandardCharsets.UTF_8);
  }

  @Override
  public void logged(Progress progress, Map<String, Double> values) {
    line(LogLines.training(progress, values, remaining.estimate(progress)));
    Map<String, Object> record = new LinkedHashMap<>(values);
    record.put("epoch", progress.epoch() + 1);
    record.put("iter", progress.iteration() + 1);
    record.put("step", progress.iteration() + 1);
    json(record);
  }

  @Override
  public void evaluated(Progress progress, Map<String, Double> metrics) {
    line(LogLines.evaluation(progress, metrics));
    Map<String, Object> record = new LinkedHashMap<>(metrics);
    record.put("epoch", progress.epoch());
    record.put("step", progress.epoch());
    json(record);
  }

  @Override
  public void noted(String note) {
    line(note);
  }

  @Override
  public void saved(Path file) {
    line("saved " + file);
  }

  @Override
  public void skipped(List<String> reasons) {
    line("left out " + reasons.size() + " unreadable images");
    reasons.forEach(this::line);
  }

  @Override
  public void stopped(String reason) {
    line("stopped: " + reason);
  }

  private void line(String message) {
    write(text, LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "  " + message);
  }

  private void json(Map<String, Object> record) {
    write(scalars, gson.toJson(record));
  }

  private void write(BufferedWriter writer, String line) {
    try {
      writer.write(line);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the log in " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try (text) {
      scalars.close();
    }
  }
}
