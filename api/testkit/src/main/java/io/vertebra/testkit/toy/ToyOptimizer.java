package io.vertebra.testkit.toy;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.train.Optimizer;
import io.vertebra.api.train.OptimizerOps;
import io.vertebra.api.train.ParameterGroup;
import io.vertebra.api.train.UpdateScript;
import java.util.List;
import java.util.Map;

/** Plain descent with a learning rate of 0.01. */
@Plugin(kind = Kind.OPTIMIZER, type = "ToyOptimizer", summary = "For tests: plain descent")
public final class ToyOptimizer implements Optimizer {
  private static final UpdateScript SCRIPT =
      new UpdateScript(
          "descent",
          """
          def update_(self, parameters: List[Tensor], gradients: List[Tensor], lr: float) -> None:
              torch._foreach_add_(parameters, gradients, alpha=-lr)
          """);

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
    ops.run(SCRIPT, List.of(group.parameters(), group.gradients()), group.hyperParameter("lr"));
  }
}
