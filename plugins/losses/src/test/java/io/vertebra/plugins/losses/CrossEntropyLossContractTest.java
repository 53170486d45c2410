package io.vertebra.plugins.losses;

import io.vertebra.testkit.LossContract;

final class CrossEntropyLossContractTest extends LossContract {
  @Override
  protected String config() {
    return "{type: CrossEntropyLoss, loss_weight: 0.5}";
  }
}
