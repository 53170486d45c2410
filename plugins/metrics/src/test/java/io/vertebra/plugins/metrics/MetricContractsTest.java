package io.vertebra.plugins.metrics;

import io.vertebra.testkit.MetricContract;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;

final class MetricContractsTest {
  @Nested
  final class AccuracyContract extends MetricContract {
    @Override
    protected String config() {
      return "{type: Accuracy, topk: [1, 5], thrs: [0.0, 0.5, null], collect_device: cpu}";
    }
  }

  @Nested
  final class SingleLabel extends MetricContract {
    @Override
    protected String config() {
      return "{type: SingleLabelMetric, thrs: [0.0, 0.9], average: micro}";
    }
  }

  @Nested
  final class SingleLabelOfClasses extends MetricContract {
    @Override
    protected String config() {
      return "{type: SingleLabelMetric, average: null}";
    }
  }

  @Nested
  final class MultiLabel extends MetricContract {
    @Override
    protected String config() {
      return "{type: MultiLabelMetric, topk: 3, average: weighted}";
    }
  }

  @Nested
  final class Precision extends MetricContract {
    @Override
    protected String config() {
      return "{type: AveragePrecision, curves: [1]}";
    }
  }

  @Nested
  final class VocLabels extends MetricContract {
    @Override
    protected String config() {
      return "{type: VOCMultiLabelMetric, thr: 0.6, difficult_as_positive: true}";
    }
  }

  @Nested
  final class VocPrecision extends MetricContract {
    @Override
    protected String config() {
      return "{type: VOCAveragePrecision, average: null}";
    }
  }

  @Nested
  final class RocOfClasses extends MetricContract {
    @Override
    protected String config() {
      return "{type: RocAuc, average: null, curves: [0, 9]}";
    }
  }

  @Nested
  final class Roc extends MetricContract {
    @Override
    protected String config() {
      return "{type: RocAuc}";
    }
  }

  @Nested
  final class PairwiseRoc extends MetricContract {
    @Override
    protected String config() {
      return "{type: PairwiseRocAuc}";
    }
  }

  @Nested
  final class Confusion extends MetricContract {
    @Override
    protected String config() {
      return "{type: ConfusionMatrix}";
    }
  }

  @Nested
  final class Kappa extends MetricContract {
    @Override
    protected String config() {
      return "{type: CohenKappa, weights: linear}";
    }
  }

  @Nested
  final class Balanced extends MetricContract {
    @Override
    protected String config() {
      return "{type: BalancedAccuracy}";
    }
  }

  @Nested
  final class Matthews extends MetricContract {
    @Override
    protected String config() {
      return "{type: MatthewsCorrelation}";
    }
  }

  @Nested
  final class Log extends MetricContract {
    @Override
    protected String config() {
      return "{type: LogLoss}";
    }
  }

  @Nested
  final class Brier extends MetricContract {
    @Override
    protected String config() {
      return "{type: BrierScore}";
    }
  }

  @Nested
  final class Calibration extends MetricContract {
    @Override
    protected String config() {
      return "{type: CalibrationError, bins: 4}";
    }
  }

  @Nested
  final class Recall extends MetricContract {
    @Override
    protected String config() {
      return "{type: RetrievalRecall, topk: [1, 3]}";
    }
  }

  @Nested
  final class RetrievalPrecision extends MetricContract {
    @Override
    protected String config() {
      return "{type: RetrievalAveragePrecision, topk: 4, mode: integrate}";
    }
  }

  @Nested
  final class Tasks extends MetricContract {
    @Override
    protected String config() {
      return "{type: MultiTasksMetric, task_metrics: {color: [{type: Accuracy}], shape: [{type: ConfusionMatrix}, {type: SingleLabelMetric}]}}";
    }

    @Override
    protected Map<String, Integer> tasks() {
      return new TreeMap<>(Map.of("color", 4, "shape", 6));
    }
  }
}
