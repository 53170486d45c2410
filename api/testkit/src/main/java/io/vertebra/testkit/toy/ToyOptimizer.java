package io.vertebra.testkit.toy;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.ParameterGroup;
import java.util.List;
import java.util.Map;

/** Plain descent with a learning rate of 0.01. */
@Plugin(kind = Kind.OPTIMIZER, type = "ToyOptimizer", summary = "For tests: plain descent")
public final class ToyOptimizer implements Optimizer {
  /** Makes the optimizer. */
  public ToyOptimizer() {}

  @Override
  public Map<String, Double> hyperParameters() {
    return Map.of("lr", 0.01, "weight_decay", 0.0);
  }

  @Override
  public List<String> slots() {
    return List.of();
  }

  @Override
  public void update(OptimizerOps ops, ParameterGroup group) {
    double rate = group.hyperParameter("lr");
    ops.sgd(group, null, new OptimizerOps.SgdSettings(rate, 0, 0, 0, false));
  }
}
