package io.vertebra.plugins.datasets;

import io.vertebra.api.data.Dataset;
import io.vertebra.testkit.golden.DatasetGoldenContract;

final class DatasetGoldenTest extends DatasetGoldenContract {
  @Override
  protected double[] repeatFactors(Dataset source, double threshold) {
    return ClassBalancedDataset.repeatFactors(source, threshold);
  }
}
