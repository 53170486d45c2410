package io.vertebra.engine.train;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertebra.api.train.Hook;
import io.vertebra.api.train.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartRefusalExceptionTest {
  @TempDir private Path folder;

  @Test
  void aHookThatRefusesWhatItMeetsIsNamed() {
    try (ToyRun run = new ToyRun()) {
      assertThatThrownBy(() -> run.train(folder, 1, 1, List.of(), new Choosy()))
          .isInstanceOf(PartRefusalException.class)
          .hasMessage("Choosy: begin is 9, but there is 1 epoch")
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void otherErrorsAreFaultsAndStayAsTheyAre() {
    IllegalStateException fault = new IllegalStateException("a fault");

    assertThatThrownBy(
            () ->
                PartRefusalException.explain(
                    this,
                    () -> {
                      throw fault;
                    }))
        .isSameAs(fault);
    assertThatCode(() -> PartRefusalException.explain(this, () -> {})).doesNotThrowAnyException();
  }

  /** Refuses every run. */
  private static final class Choosy implements Hook {
    @Override
    public void beforeTrain(Run run) {
      throw new IllegalArgumentException("begin is 9, but there is 1 epoch");
    }
  }
}
