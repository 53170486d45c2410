package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoggerHookTest {
  private final FakeRun run = new FakeRun();

  private void trainEpoch(LoggerHook hook) {
    hook.beforeTrainEpoch(run.run());
    for (int batch = 0; batch < FakeRun.EPOCH_LENGTH; batch++) {
      run.scalars().put("loss", (double) batch);
      hook.afterTrainIter(run.iteration(0, batch).run());
    }
  }

  @Test
  void averagesSinceTheLastLogAndEndsWithTheEpoch() {
    trainEpoch(new LoggerHook(new LoggerHook.Options(3, false)));
    assertThat(run.logs())
        .containsExactly(Map.of("lr", 0.1, "loss", 1.0), Map.of("lr", 0.1, "loss", 3.0));
  }

  @Test
  void leavesTheRestOfAnEpochOutWhereItIsAskedTo() {
    LoggerHook hook = new LoggerHook(new LoggerHook.Options(3, true));
    trainEpoch(hook);
    trainEpoch(hook);
    assertThat(run.logs())
        .containsExactly(Map.of("lr", 0.1, "loss", 1.0), Map.of("lr", 0.1, "loss", 1.0));
  }

  @Test
  void keepsTheOrderOfScalarsThatAreNotAlwaysThere() {
    LoggerHook hook = new LoggerHook(new LoggerHook.Options(1, false));
    for (int batch = 0; batch < 3; batch++) {
      run.scalars().clear();
      if (batch != 1) {
        run.scalars().put(batch == 0 ? "loss" : "grad_norm", 2.0);
        run.scalars().put(batch == 0 ? "grad_norm" : "loss", 1.0);
      }
      hook.afterTrainIter(run.iteration(0, batch).run());
    }
    assertThat(run.logs())
        .extracting(log -> List.copyOf(log.keySet()))
        .containsExactly(
            List.of("lr", "loss", "grad_norm"), List.of("lr"), List.of("lr", "loss", "grad_norm"));
  }

  @Test
  void logsAShortEpochAllTheSame() {
    trainEpoch(new LoggerHook(new LoggerHook.Options(100, true)));
    assertThat(run.logs()).containsExactly(Map.of("lr", 0.1, "loss", 1.5));
  }
}
