package io.vertebra.plugins.visualizers;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes {@code vis_data/scalars.json} into the folder of logs, a JSON object a line with the
 * figures and their step, where tools for runs of MMEngine look for it: {@code
 * mmengine.visualization.LocalVisBackend}.
 */
@Plugin(
    kind = Kind.LOG_SINK,
    type = "LocalVisBackend",
    summary = "Writes figures as JSON lines, where MMEngine has them")
public final class LocalVisBackend implements LogSink {
  private BufferedWriter lines;

  /** Makes the sink. */
  public LocalVisBackend() {}

  @Override
  public void open(LogStart start) throws IOException {
    Path folder = Files.createDirectories(VisData.of(start.logDirectory()));
    lines = Files.newBufferedWriter(folder.resolve("scalars.json"), StandardCharsets.UTF_8);
  }

  @Override
  public void write(long step, Map<String, Double> figures) throws IOException {
    Map<String, Number> members = new LinkedHashMap<>(figures);
    members.put("step", step);
    lines.write(Json.LINE.toJson(members));
    lines.newLine();
    lines.flush();
  }

  @Override
  public void close(Outcome outcome) throws IOException {
    lines.close();
  }
}
