package io.vertebra.plugins.repvgg;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.nn.Conv2d;
import java.util.Map;

/** What a block computes before its activation. */
interface BlockBody {
  /** Its modules, by their names within the block. */
  Map<String, Module> modules();

  /** N x C x H x W to N x K x H' x W'. */
  NDArray forward(Context context, NDArray input);

  /**
   * One convolution, as after training.
   *
   * @param convolution the convolution
   */
  record Merged(Conv2d convolution) implements BlockBody {
    static final String NAME = "branch_reparam";

    @Override
    public Map<String, Module> modules() {
      return Map.of(NAME, convolution);
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      return convolution.forward(context, input);
    }
  }
}
