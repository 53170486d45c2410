package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.train.LogSink;
import java.util.List;
import java.util.Optional;

/**
 * Where figures of training go beside the logs that every run has.
 *
 * @param visualizer MMEngine's place for sinks
 * @param visBackends the sinks where the visualizer names none
 */
public record SinkOptions(
    @Doc("where figures go beside the logs, as MMEngine's configs have it")
        Optional<VisualizerOptions> visualizer,
    @Doc("where figures go beside the logs, unless the visualizer says so") @Default("[]")
        List<LogSink> visBackends) {
  /**
   * The sinks that a run writes to. A config of MMPretrain's names the same ones twice, of which
   * those of the visualizer count.
   *
   * @return the sinks
   */
  public List<LogSink> sinks() {
    return visualizer
        .map(VisualizerOptions::visBackends)
        .filter(sinks -> !sinks.isEmpty())
        .orElse(visBackends);
  }
}
