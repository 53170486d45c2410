package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Schedule;
import io.vertebra.api.train.ScheduleSpan;
import io.vertebra.api.train.ScheduleStep;
import io.vertebra.engine.config.RunLength;
import io.vertebra.engine.optim.SchedulePreview;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScheduleTableTest {
  private final StringWriter text = new StringWriter();

  @Test
  void epochsInWhichNothingChangesShareARow() {
    new ScheduleTable(preview(new Halving("lr", true, 2, 3), 4)).print(new PrintWriter(text, true));
    assertThat(text.toString().lines())
        .containsExactly(
            "EPOCH  FROM ITERATION  lr", //
            "1-2    1               0.1",
            "3-4    5               0.05");
  }

  @Test
  void anEpochInWhichValuesMoveShowsTheFirstAndTheLast() {
    new ScheduleTable(preview(new Halving("momentum", false, 1, 2), 2))
        .print(new PrintWriter(text, true));
    assertThat(text.toString().lines())
        .containsExactly(
            "EPOCH  FROM ITERATION  lr   momentum",
            "1      1               0.1  0.9 .. 0.45",
            "2      3               0.1  0.45");
  }

  @Test
  void theCsvFileHasEveryIterationUnrounded() throws IOException {
    ScheduleFiles.writeCsv(preview(new Halving("lr", false, 1, 2), 1), text);
    assertThat(text.toString()).isEqualTo("epoch,iteration,lr\n1,1,0.1\n1,2,0.05\n");
  }

  @Test
  void thePictureHasAPanelForEachHyperParameter() {
    BufferedImage one = ScheduleFiles.plot(preview(new Halving("lr", true, 0, 1), 3000));
    BufferedImage two = ScheduleFiles.plot(preview(new Halving("momentum", true, 0, 1), 3));
    assertThat(two.getHeight()).isEqualTo(2 * one.getHeight());
  }

  private static SchedulePreview preview(Schedule schedule, int epochs) {
    return new SchedulePreview(
        List.of(schedule), Map.of("lr", 0.1, "momentum", 0.9), RunLength.ofEpochs(epochs, 2));
  }

  /** Halves the value in the steps of its span. */
  private record Halving(String name, boolean byEpoch, int begin, int end) implements Schedule {
    @Override
    public ScheduleSpan span() {
      return new ScheduleSpan(name, byEpoch, begin, Optional.of(end), false, false);
    }

    @Override
    public double next(ScheduleStep step) {
      return step.current() / 2;
    }
  }
}
