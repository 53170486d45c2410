package io.vertebra.plugins.batchaugments;

import io.vertebra.testkit.BatchAugmentContract;
import org.junit.jupiter.api.Nested;

final class BatchAugmentContractsTest {
  @Nested
  final class Sums extends BatchAugmentContract {
    @Override
    protected String config() {
      return "{type: Mixup, alpha: 0.8}";
    }
  }

  @Nested
  final class SumsOfEach extends BatchAugmentContract {
    @Override
    protected String config() {
      return "{type: Mixup, alpha: 0.2, mode: elem}";
    }
  }

  @Nested
  final class Boxes extends BatchAugmentContract {
    @Override
    protected String config() {
      return "{type: CutMix, alpha: 1.0}";
    }
  }

  @Nested
  final class BoxesOfEach extends BatchAugmentContract {
    @Override
    protected String config() {
      return "{type: CutMix, alpha: 1.0, mode: elem, cutmix_minmax: [0.2, 0.8]}";
    }
  }

  @Nested
  final class SmallImages extends BatchAugmentContract {
    @Override
    protected String config() {
      return "{type: ResizeMix, alpha: 1.0}";
    }
  }
}
