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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private static final int EPOCH_LENGTH = 10;
  private static final long SECOND = 1_000_000_000;

  private final StringWriter text = new StringWriter();
  private final AtomicLong clock = new AtomicLong();
  private final ProgressBar bar = new ProgressBar(new PrintWriter(text), clock::get);

  @BeforeEach
  void start() {
    bar.started(new RunStart(Path.of("work"), 1, 1, 1000, 100, List.of("a")));
  }

  private String iterate(int batch, long nanos) {
    clock.set(nanos);
    text.getBuffer().setLength(0);
    bar.iteration(
        new Progress(1, 3, EPOCH_LENGTH + batch, 3 * EPOCH_LENGTH, batch, EPOCH_LENGTH),
        Map.of("loss", 0.5));
    return text.toString();
  }

  @Test
  void theBarShowsWhereTrainingStands() {
    bar.logged(new Progress(1, 3, 10, 30, 0, EPOCH_LENGTH), Map.of("lr", 0.05));
    assertThat(iterate(4, SECOND))
        .startsWith("\r\u001b[K")
        .contains("epoch 2/3 [##########..........] 5/10  loss 0.5000  lr 5.00e-02  400 images/s")
        .contains("  eta 0:00:0");
  }

  @Test
  void theBarIsDrawnTenTimesASecondAtMost() {
    assertThat(iterate(0, SECOND)).isNotEmpty();
    assertThat(iterate(1, SECOND + SECOND / 20)).isEmpty();
    assertThat(iterate(2, SECOND + SECOND / 10)).isNotEmpty();
  }

  @Test
  void theEndOfAnEpochIsDrawnInAnyCase() {
    assertThat(iterate(0, SECOND)).isNotEmpty();
    assertThat(iterate(EPOCH_LENGTH - 1, SECOND + 1)).contains("[####################] 10/10");
  }
}
