package io.vertebra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Progress;
import io.vertebra.engine.train.RunStart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private final StringWriter terminal = new StringWriter();
  private final AtomicLong clock = new AtomicLong();
  private final ProgressBar bar = new ProgressBar(new PrintWriter(terminal), 200, clock::get);

  private void iteration(int batch, double loss) {
    bar.iteration(new Progress(1, 3, 10 + batch, 30, batch, 10), Map.of("loss", loss));
  }

  @Test
  void showsEpochLossLearningRateSpeedAndRemainingTime() {
    bar.started(start(true));
    iteration(0, 2);
    bar.begins(new Progress(1, 3, 10, 30, 0, 10));
    bar.logged(
        new Progress(1, 3, 10, 30, 0, 10),
        Map.of("lr", 0.01, "time", 0.5, "data_time", 0.1, "grad_norm", 2.5, "memory", 812.3));
    clock.addAndGet(1_000_000_000);
    iteration(4, 0.5);
    // 5 iterations took a second, and 15 are left.
    assertThat(terminal.toString())
        .endsWith(
            "epoch 2/3 [##########..........] 5/10  loss 0.5000  eta 0:00:03  lr 1.00e-02"
                + "  400 images/s  data 20%  grad 2.50  812 MB");
  }

  @Test
  void leavesOutWhatTheLineHasNoRoomFor() {
    ProgressBar narrow = new ProgressBar(new PrintWriter(terminal), 62, clock::get);
    narrow.started(start(false));
    narrow.logged(new Progress(0, 1, 4, 10, 4, 10), Map.of("lr", 0.01, "memory", 812.3));
    narrow.iteration(new Progress(0, 1, 4, 10, 4, 10), Map.of("loss", 0.5));
    assertThat(terminal.toString())
        .endsWith("\r\u001b[K[##########..........] 5/10  loss 0.5000  eta 0:00:00  812 MB");
  }

  private static RunStart start(boolean countsEpochs) {
    return new RunStart(Path.of("work"), 10, 10, 1000, 100, 100, List.of("a"), countsEpochs);
  }

  @Test
  void isDrawnTenTimesASecondAtMost() {
    iteration(0, 1);
    int once = terminal.toString().length();
    clock.addAndGet(99_000_000);
    iteration(1, 1);
    assertThat(terminal.toString()).hasSize(once);
    clock.addAndGet(1_000_000);
    iteration(2, 1);
    assertThat(terminal.toString().length()).isGreaterThan(once);
  }

  @Test
  void isDrawnAtTheEndOfAnEpochInAnyCase() {
    iteration(0, 1);
    iteration(9, 1);
    assertThat(terminal.toString()).contains("10/10");
  }
}
