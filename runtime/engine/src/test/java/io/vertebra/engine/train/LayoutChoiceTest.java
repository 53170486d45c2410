package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.model.MemoryFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class LayoutChoiceTest {
  private final List<String> notes = new ArrayList<>();

  @Test
  void aFormatThatTheConfigNamesIsNotTried() {
    try (ToyRun run = new ToyRun()) {
      choice(run, Optional.of(MemoryFormat.CONTIGUOUS), LayoutChoiceTest::none)
          .settle(Optional.empty());

      assertThat(run.state.format()).isEqualTo(MemoryFormat.CONTIGUOUS);
      assertThat(notes).isEmpty();
    }
  }

  @Test
  void aRunThatGoesOnKeepsTheFormatOfItsCheckpoint() {
    TrainingSnapshot before = new TrainingSnapshot(Map.of("memory_format", "channels_last"));
    try (ToyRun run = new ToyRun()) {
      choice(run, Optional.empty(), LayoutChoiceTest::none).settle(Optional.of(before));

      assertThat(run.state.format()).isEqualTo(MemoryFormat.CHANNELS_LAST);
      assertThat(notes).isEmpty();
    }
  }

  @Test
  void theFasterFormatOfATrialIsToldAndTaken() {
    try (ToyRun run = new ToyRun()) {
      String before = Arrays.toString(run.state.parameters().get("weight").toFloatArray());

      choice(run, Optional.empty(), run::other).settle(Optional.empty());

      assertThat(notes)
          .singleElement()
          .asString()
          .startsWith("memory_format: " + run.state.format().label() + " (an iteration took ")
          .contains("contiguous", "channels_last");
      assertThat(Arrays.toString(run.state.parameters().get("weight").toFloatArray()))
          .isEqualTo(before);
      assertThat(run.dataset.open()).isZero();
    }
  }

  @Test
  void aCheckpointWithoutAFormatIsTriedToo() {
    try (ToyRun run = new ToyRun()) {
      choice(run, Optional.empty(), run::other).settle(Optional.of(new TrainingSnapshot(Map.of())));

      assertThat(notes).hasSize(1);
    }
  }

  private static Learner none() {
    throw new AssertionError("nothing is to be tried");
  }

  private LayoutChoice choice(ToyRun run, Optional<MemoryFormat> named, Supplier<Learner> others) {
    TrainingSession session = run.session(run.options(1, 1), List.of());
    return new LayoutChoice(named, others, session, notes::add);
  }
}
