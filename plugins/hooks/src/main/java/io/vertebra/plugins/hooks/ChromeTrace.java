package io.vertebra.plugins.hooks;

import io.vertebra.api.train.Phase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A trace of phases in the JSON form that chrome://tracing and https://ui.perfetto.dev show: the
 * Trace Event Format, complete events, times in microseconds.
 */
final class ChromeTrace {
  private static final double NANOS_PER_MICRO = 1e3;

  private final List<Span> spans = new ArrayList<>();

  /** When a phase began and ended. */
  private record Span(Phase phase, long start, long end) {
    String json(long origin) {
      return String.format(
          Locale.ROOT,
          "{\"name\": \"%s\", \"ph\": \"X\", \"ts\": %.3f, \"dur\": %.3f, \"pid\": 1, \"tid\": 1}",
          phase.name().toLowerCase(Locale.ROOT),
          (start - origin) / NANOS_PER_MICRO,
          (end - start) / NANOS_PER_MICRO);
    }
  }

  void add(Phase phase, long start, long end) {
    spans.add(new Span(phase, start, end));
  }

  /** Writes the trace, whose time begins with its first phase. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("{\"traceEvents\": [");
      for (int i = 0; i < spans.size(); i++) {
        out.write((i == 0 ? "\n" : ",\n") + spans.get(i).json(spans.get(0).start()));
      }
      out.write("\n]}\n");
    }
  }
}
