package io.vertebra.plugins.visualizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventFileTest {
  @TempDir private Path folder;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void theReaderOfThisTestKnowsTheChecksum() {
    // The check value of CRC-32C.
    assertThat(EventReader.checksum("123456789".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(0xe3069283);
  }

  @Test
  void writesVersionStartAndScalars() throws IOException {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scalars.put("lr", 0.1);
    scalars.put("accuracy/top1", Double.NaN);
    try (EventFile events = EventFile.next(folder, 1, () -> 1_500)) {
      events.write(300, scalars);
    }
    assertThat(EventReader.read(files().get(0)))
        .containsExactly(
            List.of("time=1.5", "version=brain.Event:2"),
            List.of("time=1.5", "step=1", "session=1"),
            List.of("time=1.5", "step=300", "lr=0.1", "accuracy/top1=NaN"));
  }

  @Test
  void whatIsWrittenCanBeReadAtOnce() throws IOException {
    try (EventFile events = EventFile.next(folder, 1, () -> 0)) {
      events.write(1, Map.of("loss", 2.0));
      assertThat(EventReader.read(files().get(0))).hasSize(3);
    }
  }

  @Test
  void filesAreReadInTheOrderInWhichTheyWereStarted() throws IOException {
    for (int start = 0; start < 12; start++) {
      // The clock was set back between two starts.
      long millis = start < 6 ? 9_000 : 3_000;
      EventFile.next(folder, start + 1, () -> millis).close();
    }
    List<Path> files = files();
    assertThat(files).hasSize(12);
    for (int start = 0; start < 12; start++) {
      assertThat(EventReader.read(files.get(start)).get(1)).contains("step=" + (start + 1));
    }
  }
}
