package io.vertebra.plugins.optimizers;

import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.api.train.UpdateScript;
import java.util.List;

/**
 * The update that Adam and AdamW share.
 *
 * @param decoupled whether the decay shrinks parameters rather than entering gradients
 * @param amsgrad whether to divide by the largest average so far
 */
record AdamRule(boolean decoupled, boolean amsgrad) {
  private static final UpdateScript SCRIPT = UpdateScript.of(AdamRule.class, "adam");
  private static final String LARGEST = "max_exp_avg_sq";
  private static final String[] NUMBERS = {
    "lr", "beta1", "beta2", "eps", "weight_decay", "maximize"
  };

  List<String> slots() {
    return amsgrad
        ? List.of(MomentOptions.AVERAGE, MomentOptions.SQUARE, LARGEST)
        : List.of(MomentOptions.AVERAGE, MomentOptions.SQUARE);
  }

  void update(OptimizerOps ops, ParameterGroup group) {
    ops.run(
        SCRIPT,
        List.of(
            group.parameters(),
            group.gradients(),
            group.slot(MomentOptions.AVERAGE),
            group.slot(MomentOptions.SQUARE),
            Groups.slotIf(amsgrad, group, LARGEST)),
        Groups.numbers(
            group, NUMBERS, Groups.number(amsgrad), Groups.number(decoupled), Groups.step(group)));
  }
}
