package io.vertebra.families.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertebra.api.options.IntList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StageIndicesTest {
  @Test
  void negativeOnesCountFromTheEnd() {
    assertThat(StageIndices.outputs(IntList.of(List.of(0, -1)), 4)).containsExactly(0, 3);
  }

  @Test
  void refusesStagesThatAreNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageIndices.outputs(IntList.of(-5), 4))
        .withMessage("out_indices has -5, but the stages are 0 to 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageIndices.outputs(IntList.of(List.of()), 4))
        .withMessage("out_indices is empty: name one stage or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageIndices.requireFrozen(5, 4))
        .withMessage("frozen_stages is 5, but there are 4 stages");
  }
}
