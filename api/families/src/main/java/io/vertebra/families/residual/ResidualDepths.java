package io.vertebra.families.residual;

import io.vertebra.api.model.LayerDepths.Depth;
import java.util.List;

/**
 * The depths of layers as {@code mmpretrain.models.ResNet.get_layer_depth} counts them: the stem is
 * 0, the first stage 1, the last the deepest; between them a few blocks count as one layer.
 * Networks whose depth MMPretrain does not know, such as ResNet-18, are counted as ResNet-50 is.
 */
final class ResidualDepths {
  private static final String STAGE = "layer";

  private final int secondGroup;
  private final int thirdGroup;
  private final int third;
  private final int last;

  ResidualDepths(List<Integer> stageBlocks) {
    int secondBlocks = stageBlocks.get(1);
    int thirdBlocks = stageBlocks.get(2);
    this.secondGroup = group(secondBlocks, 2, 5);
    this.thirdGroup = group(secondBlocks, 3, 6);
    this.third = 2 + groups(secondBlocks, secondGroup);
    this.last = third + groups(thirdBlocks, thirdGroup);
  }

  /** How many blocks count as one layer; the depth of 269 is the only one beyond 24 blocks. */
  private static int group(int secondBlocks, int shallow, int deepest) {
    if (secondBlocks < 8) {
      return shallow;
    }
    return secondBlocks <= 24 ? 4 : deepest;
  }

  private static int groups(int blocks, int size) {
    return (blocks + size - 1) / size;
  }

  Depth of(String parameter) {
    return new Depth(layer(parameter.split("\\.", -1)), last + 2);
  }

  private int layer(String[] path) {
    if (!path[0].startsWith(STAGE)) {
      return 0;
    }
    int block = Integer.parseInt(path[1]);
    return switch (Integer.parseInt(path[0].substring(STAGE.length()))) {
      case 1 -> 1;
      case 2 -> 2 + block / secondGroup;
      case 3 -> third + block / thirdGroup;
      default -> last;
    };
  }
}
