package io.vertebra.plugins.visualizers;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes event files of TensorBoard into the folder {@code vis_data} of the work directory, {@code
 * mmengine.visualization.TensorboardVisBackend}, with its tags and steps: {@code loss} and {@code
 * lr} by iteration, {@code accuracy/top1} by epoch. Unlike there a run that is resumed is one run
 * in TensorBoard too: what it does again takes the place of what was.
 */
@Plugin(
    kind = Kind.LOG_SINK,
    type = "TensorboardVisBackend",
    summary = "Writes event files of TensorBoard")
public final class TensorboardVisBackend implements LogSink {
  private EventFile events;
  private EarlierEvents earlier;

  /** Makes the sink. */
  public TensorboardVisBackend() {}

  @Override
  public void open(LogStart start) throws IOException {
    Path folder = VisData.of(start.workDirectory());
    long firstStep = start.iteration() + 1;
    earlier = new EarlierEvents(EventFile.in(folder), firstStep);
    events = EventFile.next(folder, firstStep, System::currentTimeMillis);
  }

  @Override
  public void write(long step, Map<String, Double> figures) throws IOException {
    earlier.replace(step, figures.keySet());
    events.write(step, figures);
  }

  @Override
  public void close(Outcome outcome) throws IOException {
    events.close();
  }
}
