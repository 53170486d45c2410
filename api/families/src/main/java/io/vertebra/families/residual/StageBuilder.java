package io.vertebra.families.residual;

import io.vertebra.nn.Sequential;
import java.util.ArrayList;
import java.util.List;

/** Makes the stages of a network out of blocks. */
final class StageBuilder {
  private final ResidualOptions options;
  private final ShortcutFactory shortcuts;
  private final ResidualArchitecture architecture;

  StageBuilder(
      ResidualOptions options, ShortcutFactory shortcuts, ResidualArchitecture architecture) {
    this.options = options;
    this.shortcuts = shortcuts;
    this.architecture = architecture;
  }

  Sequential stage(int index, ResidualLayers layers) {
    List<ResidualBlock> blocks = new ArrayList<>();
    for (int i = 0; i < architecture.stageBlocks().get(index); i++) {
      BlockSettings settings = settings(index, i, layers);
      ResidualBlock block = new ResidualBlock(settings, architecture.branch().create(settings));
      if (options.zeroInitResidual()) {
        block.startAsIdentity();
      }
      blocks.add(block);
    }
    return new Sequential(blocks, options.withCp());
  }

  private BlockSettings settings(int stage, int block, ResidualLayers layers) {
    int before = stage == 0 ? options.stemChannels() : channels(stage - 1);
    return new BlockSettings(
        block == 0 ? before : channels(stage),
        channels(stage),
        expansion(),
        block == 0,
        block == 0 ? options.strides().get(stage) : 1,
        options.dilations().get(stage),
        options.style(),
        shortcuts,
        dropPathRate(stage, block),
        layers);
  }

  /** The channels that a stage gives. */
  int channels(int stage) {
    return (options.baseChannels() * expansion()) << stage;
  }

  private int expansion() {
    return options.expansion().orElse(architecture.expansion());
  }

  /** Grows evenly over all blocks of the depth, also those of stages that are left off. */
  private double dropPathRate(int stage, int block) {
    List<Integer> counts = architecture.stageBlocks();
    int total = counts.stream().mapToInt(Integer::intValue).sum();
    int before = counts.subList(0, stage).stream().mapToInt(Integer::intValue).sum();
    return options.dropPathRate() * (before + block) / (total - 1);
  }
}
