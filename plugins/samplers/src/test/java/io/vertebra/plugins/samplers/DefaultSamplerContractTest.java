package io.vertebra.plugins.samplers;

import io.vertebra.testkit.SamplerContract;

final class DefaultSamplerContractTest extends SamplerContract {
  @Override
  protected String config() {
    return "{type: DefaultSampler, shuffle: true}";
  }
}
