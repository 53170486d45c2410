package io.vertebra.plugins.regnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Module;
import java.util.ArrayList;
import java.util.List;

/** The stages of a {@link RegNetY} under the names that torchvision gives them. */
final class Trunk extends Module {
  Trunk(List<Layer> stages) {
    for (int i = 0; i < stages.size(); i++) {
      addModule("block" + (i + 1), stages.get(i));
    }
  }

  /** Blocks one after the other, the third of the second stage named {@code block2-2}. */
  static final class Stage extends Layer {
    private final List<Layer> blocks = new ArrayList<>();
    private final boolean recomputes;

    Stage(int number, int in, RegNetStage shape, RegNetYOptions options) {
      this.recomputes = options.training().withCp();
      for (int i = 0; i < shape.blocks(); i++) {
        boolean first = i == 0;
        RegNetYBlock block =
            new RegNetYBlock(
                first ? in : shape.width(),
                first ? 2 : 1,
                shape,
                options.seRatio(),
                options.layers());
        blocks.add(addModule("block%d-%d".formatted(number, i), block));
      }
    }

    @Override
    public NDArray forward(Context context, NDArray input) {
      NDArray output = input;
      for (Layer block : blocks) {
        output = recomputes ? context.recompute(block, output) : block.forward(context, output);
      }
      return output;
    }
  }
}
