package io.vertebra.plugins.metrics;

import io.vertebra.testkit.MetricContract;

final class AccuracyContractTest extends MetricContract {
  @Override
  protected String config() {
    return "{type: Accuracy, topk: [1, 5], thrs: [0.0, 0.5, null]}";
  }
}
