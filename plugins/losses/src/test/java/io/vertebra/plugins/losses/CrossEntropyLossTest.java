package io.vertebra.plugins.losses;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.testkit.Symbolic;
import org.junit.jupiter.api.Test;

final class CrossEntropyLossTest {
  @Test
  void weighsTheMeanCrossEntropyInFloat32() {
    CrossEntropyLoss loss = new CrossEntropyLoss(new CrossEntropyLoss.Options(0.5));
    assertThat(
            loss.forward(
                Symbolic.context(loss),
                Symbolic.array("logits", 2, 10),
                Symbolic.array("targets", 2)))
        .hasToString("crossEntropy(toFloat32(logits), targets).mul(0.5)");
  }
}
