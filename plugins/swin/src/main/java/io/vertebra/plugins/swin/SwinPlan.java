package io.vertebra.plugins.swin;

import io.vertebra.api.options.IntPair;
import io.vertebra.nn.AttentionSettings;
import io.vertebra.nn.Sequential;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What both versions of the network are built from.
 *
 * @param arch the size
 * @param imgSize height and width of the images that position embeddings are for
 * @param options the options
 */
record SwinPlan(SwinArchitecture arch, IntPair imgSize, NetworkOptions options) {
  AttentionSettings attention(int stage) {
    return new AttentionSettings(arch.features(stage), arch.numHeads().get(stage), true, 0);
  }

  /** Every other block of a stage has shifted windows; branches are left out ever more often. */
  WindowSettings windows(int stage, int block, int size) {
    int blocks = arch.blocksBefore(arch.stages());
    int position = arch.blocksBefore(stage) + block;
    double dropPathRate = blocks == 1 ? 0 : options.dropPathRate() * position / (blocks - 1);
    return new WindowSettings(size, block % 2 == 1, options.padSmallMap(), dropPathRate);
  }

  Sequential blocks(int stage, IntFunction<SwinBlock> factory) {
    return new Sequential(
        IntStream.range(0, arch.depths().get(stage)).mapToObj(factory).toList(), options.withCp());
  }

  List<SwinStage> stages(IntFunction<SwinStage> factory) {
    return IntStream.range(0, arch.stages()).mapToObj(factory).toList();
  }
}
