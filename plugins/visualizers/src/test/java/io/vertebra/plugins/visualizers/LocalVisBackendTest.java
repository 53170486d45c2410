package io.vertebra.plugins.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.LogSink;
import io.vertebra.api.train.LogStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalVisBackendTest {
  @Test
  void writesAnObjectALine(@TempDir Path folder) throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("lr", 1e-4);
    figures.put("a \"name\"\twith \\", Double.NaN);
    LogSink sink = new LocalVisBackend();
    sink.open(new LogStart(folder.resolve("elsewhere"), folder, 0, ""));
    sink.write(3, figures);
    sink.write(1, Map.of("accuracy/top1", 70.5));
    sink.close(LogSink.Outcome.FINISHED);
    assertThat(folder.resolve("vis_data/scalars.json"))
        .hasContent(
            """
            {"lr": 1.0E-4, "a \\"name\\"\\twith \\\\": NaN, "step": 3}
            {"accuracy/top1": 70.5, "step": 1}
            """);
  }
}
