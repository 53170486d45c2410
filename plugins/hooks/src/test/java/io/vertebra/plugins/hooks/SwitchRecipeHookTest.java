package io.vertebra.plugins.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Averaging;
import io.vertebra.api.model.BatchAugments.Choices;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Loss;
import io.vertebra.api.options.DoubleList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SwitchRecipeHookTest {
  private static final Optional<MixingChange> KEEP =
      Optional.of(MixingChange.ofName(MixingChange.Name.KEEP));

  private final FakeRun run = new FakeRun();

  @Test
  void whatIsNamedChangesAtItsEpochAndTheRestStays() {
    SwitchRecipeHook hook =
        hook(
            new RecipeSwitch(2, Optional.of(List.of()), KEEP, Optional.empty()),
            new RecipeSwitch(3, Optional.empty(), KEEP, Optional.of(new Zero())));

    hook.beforeTrain(run.finished(0).run());
    hook.beforeTrainEpoch(run.finished(0).run());
    assertThat(run.calls()).isEmpty();
    hook.beforeTrainEpoch(run.finished(1).run());
    hook.beforeTrainEpoch(run.finished(2).run());
    assertThat(run.calls())
        .containsExactly(
            "pipeline of 0",
            "note recipe of epoch 2: train pipeline switched",
            "loss",
            "note recipe of epoch 3: loss switched");
  }

  @Test
  void aRunThatGoesOnBeginsWithAllChangesBefore() {
    SwitchRecipeHook hook =
        hook(
            new RecipeSwitch(3, Optional.empty(), Optional.empty(), Optional.empty()),
            new RecipeSwitch(1, Optional.of(List.of()), KEEP, Optional.empty()),
            new RecipeSwitch(4, Optional.empty(), KEEP, Optional.of(new Zero())));

    hook.beforeTrain(run.finished(3).run());
    assertThat(run.calls())
        .containsExactly(
            "pipeline of 0",
            "note recipe of epoch 1: train pipeline switched",
            "batch augments Optional.empty",
            "note recipe of epoch 3: batch augments switched");
    hook.beforeTrainEpoch(run.finished(3).run());
    assertThat(run.calls()).contains("loss");
  }

  @Test
  void batchesAreMixedInAnotherWayOrNotAtAll() {
    MixingChange mixup =
        new MixingChange(
            Optional.of(Choices.of((context, batch, random) -> batch)),
            Optional.empty(),
            Optional.empty());

    hook(new RecipeSwitch(1, Optional.empty(), Optional.of(mixup), Optional.empty()))
        .beforeTrainEpoch(run.finished(0).run());
    assertThat(run.calls().get(0)).isEqualTo("batch augments Optional[1]");
  }

  @Test
  void aChangeOfNothingIsToldAsSuch() {
    hook(new RecipeSwitch(1, Optional.empty(), KEEP, Optional.empty()))
        .beforeTrainEpoch(run.finished(0).run());

    assertThat(run.calls()).containsExactly("note recipe of epoch 1: no change");
  }

  @Test
  void anEpochIsNamedOnce() {
    RecipeSwitch change = new RecipeSwitch(2, Optional.empty(), KEEP, Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> hook(change, change))
        .withMessageContaining("action_epoch 2 is there twice");
  }

  @Test
  void probabilitiesNeedSomethingToDraw() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MixingChange(
                    Optional.empty(), Optional.of(DoubleList.of(0.5)), Optional.empty()))
        .withMessage("augments is missing");
  }

  private static SwitchRecipeHook hook(RecipeSwitch... schedule) {
    return new SwitchRecipeHook(new SwitchRecipeHook.Options(List.of(schedule)));
  }

  /** A loss that is not computed here. */
  private static final class Zero extends Loss {
    @Override
    public NDArray forward(Context context, NDArray logits, NDArray targets, Averaging averaging) {
      return logits;
    }
  }
}
