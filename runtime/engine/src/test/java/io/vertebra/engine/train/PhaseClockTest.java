package io.vertebra.engine.train;

import static io.vertebra.api.train.Phase.BACKWARD;
import static io.vertebra.api.train.Phase.DATA;
import static io.vertebra.api.train.Phase.FORWARD;
import static io.vertebra.api.train.Phase.HOOKS;
import static io.vertebra.api.train.Phase.UPDATE;
import static io.vertebra.api.train.Phase.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Phase;
import io.vertebra.api.train.PhaseListener;
import io.vertebra.api.train.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PhaseClockTest {
  private final List<Phase> phases = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();

  private final PhaseListener listener =
      (phase, start, end) -> {
        phases.add(phase);
        times.add(start);
        times.add(end);
      };

  @Test
  void aRunTellsItsPhasesInTheirOrder(@TempDir Path folder) {
    Hook hook =
        new Hook() {
          @Override
          public void beforeTrain(Run run) {
            run.timePhases(listener);
          }
        };
    try (ToyRun run = new ToyRun()) {
      run.train(folder, 1, 1, List.of(), hook);
    }
    List<Phase> expected = new ArrayList<>(List.of(HOOKS));
    for (int iteration = 0; iteration < 2; iteration++) {
      expected.addAll(List.of(DATA, HOOKS, FORWARD, BACKWARD, UPDATE, HOOKS));
    }
    expected.addAll(List.of(HOOKS, VALIDATION, HOOKS, HOOKS));
    assertThat(phases).isEqualTo(expected);
    assertThat(times).isSorted();
  }

  @Test
  void aPhaseBeginsWhereTheLastEndedOrTheClockWasSetAnew() {
    PhaseClock clock = new PhaseClock();
    clock.ended(DATA);
    assertThat(phases).isEmpty();
    clock.add(listener);
    clock.ended(DATA);
    clock.restart();
    clock.ended(FORWARD);
    assertThat(phases).containsExactly(DATA, FORWARD);
    assertThat(times).isSorted();
  }
}
