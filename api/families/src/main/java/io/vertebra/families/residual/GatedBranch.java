package io.vertebra.families.residual;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A branch whose output goes through one more layer, for example one that weighs its channels.
 *
 * @param branch the branch
 * @param name the name of the layer within the block
 * @param gate the layer, N x K x H x W to the same shape
 */
public record GatedBranch(ResidualBranch branch, String name, Layer gate)
    implements ResidualBranch {
  /** Checks that all is there. */
  public GatedBranch {
    requireNonNull(branch, "branch is null");
    requireNonNull(name, "name is null");
    requireNonNull(gate, "gate is null");
  }

  @Override
  public Map<String, Module> modules() {
    Map<String, Module> modules = new LinkedHashMap<>(branch.modules());
    modules.put(name, gate);
    return modules;
  }

  @Override
  public Norm lastNorm() {
    return branch.lastNorm();
  }

  @Override
  public NDArray forward(Context context, NDArray input, Activation activation) {
    return gate.consume(context, branch.forward(context, input, activation));
  }
}
