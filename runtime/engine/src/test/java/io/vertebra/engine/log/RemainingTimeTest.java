package io.vertebra.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Progress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RemainingTimeTest {
  private final AtomicLong clock = new AtomicLong();
  private final RemainingTime remaining = new RemainingTime(clock::get);

  @Test
  void takesTheRestToBeAsFastAsWhatWas() {
    clock.set(4_000);
    assertThat(remaining.estimate(new Progress(0, 1, 3, 10, 3, 10)))
        .isEqualTo(Duration.ofNanos(6_000));
  }

  @Test
  void countsWhatAResumedRunDidItself() {
    clock.set(100_000);
    remaining.begin(new Progress(0, 1, 6, 10, 6, 10));
    clock.set(102_000);
    assertThat(remaining.estimate(new Progress(0, 1, 7, 10, 7, 10)))
        .isEqualTo(Duration.ofNanos(2_000));
  }
}
