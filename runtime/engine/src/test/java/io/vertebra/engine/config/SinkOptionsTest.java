package io.vertebra.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SinkOptionsTest {
  private static final LogSink FIRST = new NamedSink("first");
  private static final LogSink SECOND = new NamedSink("second");

  private record NamedSink(String name) implements LogSink {
    @Override
    public void open(LogStart start) {}

    @Override
    public void write(long step, Map<String, Double> figures) {}

    @Override
    public void close(Outcome outcome) {}
  }

  private static Optional<VisualizerOptions> visualizer(LogSink... sinks) {
    return Optional.of(
        new VisualizerOptions(
            Optional.of("UniversalVisualizer"),
            List.of(sinks),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void thoseOfTheVisualizerCount() {
    assertThat(new SinkOptions(visualizer(FIRST), List.of(SECOND)).sinks()).containsExactly(FIRST);
  }

  @Test
  void thoseAtTheTopCountWhereTheVisualizerNamesNone() {
    assertThat(new SinkOptions(visualizer(), List.of(SECOND)).sinks()).containsExactly(SECOND);
    assertThat(new SinkOptions(Optional.empty(), List.of(SECOND)).sinks()).containsExactly(SECOND);
  }

  @Test
  void thereAreNoneUnlessTheyAreNamed() {
    assertThat(new SinkOptions(Optional.empty(), List.of()).sinks()).isEmpty();
  }
}
