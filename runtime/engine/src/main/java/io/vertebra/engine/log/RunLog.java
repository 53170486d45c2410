package io.vertebra.engine.log;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.RunListener;
import io.vertebra.engine.train.RunStart;
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
 * is with the operating system when the call that writes it returns. The first record of the latter
 * has no figures and says where training begins or goes on.
 */
public final class RunLog implements RunListener, AutoCloseable {
  /** The file for people. */
  static final String TEXT_FILE = "run.log";

  /** The file for programs. */
  static final String SCALARS_FILE = "scalars.jsonl";

  /** When a line of the file for people was written; each begins with it. */
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** The key of the epoch of a record: the present one, or those that are finished. */
  static final String EPOCH = "epoch";

  /** The key of the finished iterations of a record. */
  static final String ITERATION = "iter";

  /** The key of the place of a record on the axis of its figures. */
  static final String STEP = "step";

  private final Gson gson = new GsonBuilder().serializeSpecialFloatingPointValues().create();
  private final RemainingTime remaining = new RemainingTime();
  private final Path folder;
  private final BufferedWriter text;
  private final BufferedWriter scalars;
  private LogLines lines = new LogLines(true);

  /**
   * Opens the logs.
   *
   * @param folder the folder of the log files, which exists
   * @throws IOException if they cannot be written
   */
  public RunLog(Path folder) throws IOException {
    this.folder = folder;
    text = Files.newBufferedWriter(folder.resolve(TEXT_FILE), StandardCharsets.UTF_8);
    scalars = Files.newBufferedWriter(folder.resolve(SCALARS_FILE), StandardCharsets.UTF_8);
  }

  @Override
  public void started(RunStart start) {
    lines = new LogLines(start.countsEpochs());
  }

  @Override
  public void begins(Progress progress) {
    remaining.begin(progress);
    json(Map.of(), progress.epoch(), progress.iteration(), progress.iteration());
  }

  @Override
  public void logged(Progress progress, Map<String, Double> values) {
    line(lines.training(progress, values, remaining.estimate(progress)));
    json(values, progress.epoch() + 1, progress.iteration() + 1, progress.iteration() + 1);
  }

  @Override
  public void evaluated(Progress progress, Map<String, Double> metrics) {
    line(lines.evaluation(progress, metrics));
    long step = lines.countsEpochs() ? progress.epoch() : progress.iteration();
    json(metrics, progress.epoch(), progress.iteration(), step);
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

  private void json(Map<String, Double> figures, int epoch, long iteration, long step) {
    Map<String, Object> record = new LinkedHashMap<>(figures);
    record.put(EPOCH, epoch);
    record.put(ITERATION, iteration);
    record.put(STEP, step);
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
