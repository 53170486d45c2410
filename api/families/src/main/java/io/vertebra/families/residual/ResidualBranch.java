package io.vertebra.families.residual;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Norm;
import java.util.Map;

/** What a residual block adds to its shortcut. Its modules are those of the block. */
public interface ResidualBranch {
  /**
   * The modules.
   *
   * @return name within the block to module; {@code relu}, {@code downsample} and {@code drop_path}
   *     are the block's own
   */
  Map<String, Module> modules();

  /**
   * The norm whose weight, where it is zero, lets the branch add nothing.
   *
   * @return one of the modules
   */
  Norm lastNorm();

  /**
   * Computes what is added.
   *
   * @param context the arrays and operations of this pass
   * @param input N x C x H x W
   * @param activation the activation of the block
   * @return N x K x H' x W'
   */
  NDArray forward(Context context, NDArray input, Activation activation);
}
