package io.vertebra.plugins.samplers;

import io.vertebra.testkit.SamplerContract;
import org.junit.jupiter.api.Nested;

final class SamplerContractsTest {
  @Nested
  final class Default extends SamplerContract {
    @Override
    protected String config() {
      return "{type: DefaultSampler, shuffle: true}";
    }
  }

  @Nested
  final class Infinite extends SamplerContract {
    @Override
    protected String config() {
      return "{type: InfiniteSampler}";
    }
  }

  @Nested
  final class RepeatAug extends SamplerContract {
    @Override
    protected String config() {
      return "{type: RepeatAugSampler}";
    }

    @Override
    protected boolean isPermutation() {
      return false;
    }
  }

  @Nested
  final class ClassBalanced extends SamplerContract {
    @Override
    protected String config() {
      return "{type: ClassBalancedSampler}";
    }

    @Override
    protected boolean isPermutation() {
      return false;
    }
  }

  @Nested
  final class Weighted extends SamplerContract {
    @Override
    protected String config() {
      return "{type: WeightedSampler, class_weights: [1, 2.5], num_samples: 30, replacement: false}";
    }

    @Override
    protected boolean isPermutation() {
      return false;
    }
  }
}
