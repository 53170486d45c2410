package io.vertebra.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogLinesTest {
  private final Progress progress = new Progress(1, 3, 12, 30, 2, 10);

  @Test
  void namesEpochAndBatch() {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scalars.put("lr", 0.01);
    scalars.put("loss", 2.5);
    scalars.put("memory", 812.3);
    LogLines lines = new LogLines(true);
    assertThat(lines.training(progress, scalars, Duration.ofSeconds(3_723)))
        .isEqualTo(
            "Epoch(train) [2][3/10]  eta: 1:02:03  lr: 1.0000e-02  loss: 2.5000  memory: 812");
    assertThat(lines.evaluation(progress, Map.of("accuracy/top1", 71.2)))
        .isEqualTo("Epoch(val) [1]  accuracy/top1: 71.2000");
  }

  @Test
  void namesIterationsAloneWhereEpochsAreNotCounted() {
    LogLines lines = new LogLines(false);
    assertThat(lines.training(progress, Map.of("loss", 2.5), Duration.ZERO))
        .isEqualTo("Iter(train) [3/10]  eta: 0:00:00  loss: 2.5000");
    assertThat(lines.evaluation(progress, Map.of("accuracy/top1", 71.2)))
        .isEqualTo("Iter(val) [12]  accuracy/top1: 71.2000");
  }
}
