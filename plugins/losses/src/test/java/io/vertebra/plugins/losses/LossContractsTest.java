package io.vertebra.plugins.losses;

import io.vertebra.testkit.LossContract;
import org.junit.jupiter.api.Nested;

final class LossContractsTest {
  @Nested
  final class CrossEntropy extends LossContract {
    @Override
    protected String config() {
      return "{type: CrossEntropyLoss, loss_weight: 0.5}";
    }
  }

  @Nested
  final class CrossEntropyOfSigmoids extends LossContract {
    @Override
    protected String config() {
      return "{type: CrossEntropyLoss, use_sigmoid: true, pos_weight: 2.0, reduction: sum}";
    }
  }

  @Nested
  final class LabelSmooth extends LossContract {
    @Override
    protected String config() {
      return "{type: LabelSmoothLoss, label_smooth_val: 0.1, num_classes: 7, mode: classy_vision}";
    }
  }

  @Nested
  final class LabelSmoothOfSigmoids extends LossContract {
    @Override
    protected String config() {
      return "{type: LabelSmoothLoss, label_smooth_val: 0.1, mode: multi_label}";
    }
  }

  @Nested
  final class Focal extends LossContract {
    @Override
    protected String config() {
      return "{type: FocalLoss, gamma: 1.5, alpha: 0.5}";
    }
  }

  @Nested
  final class Asymmetric extends LossContract {
    @Override
    protected String config() {
      return "{type: AsymmetricLoss}";
    }
  }

  @Nested
  final class Seesaw extends LossContract {
    @Override
    protected String config() {
      return "{type: SeesawLoss, num_classes: 7}";
    }
  }

  @Nested
  final class OfATeacher extends LossContract {
    @Override
    protected String config() {
      return "{type: KLDivergence, tau: 4.0}";
    }

    @Override
    protected boolean takesRows() {
      return true;
    }
  }
}
