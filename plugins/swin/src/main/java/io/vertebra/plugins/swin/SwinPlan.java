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
 * @param mergesFirst whether a stage merges the patches of the one before, as in the second version
 */
record SwinPlan(
    SwinArchitecture arch, IntPair imgSize, NetworkOptions options, boolean mergesFirst) {
  StageOptions stage(int stage) {
    return options.stageCfgs().of(stage);
  }

  BlockOptions block(int stage, int block) {
    return stage(stage).blockCfgs().of(block);
  }

  /** Features of a token in the blocks of a stage. */
  int features(int stage) {
    return stage == 0
        ? arch.embedDims()
        : merging(mergesFirst ? stage : stage - 1).features(features(stage - 1));
  }

  PatchMerging mergingLayer(int stage) {
    return new PatchMerging(features(mergesFirst ? stage - 1 : stage), merging(stage));
  }

  /** In the second version a norm comes last unless options are given, as with MMPretrain. */
  private MergingOptions merging(int stage) {
    return stage(stage).downsampleCfg().orElseGet(() -> MergingOptions.standard(mergesFirst));
  }

  AttentionSettings attention(int stage, int block) {
    AttentionOptions own = block(stage, block).attnCfgs();
    return new AttentionSettings(
        features(stage), arch.numHeads().get(stage), own.qkvBias(), own.dropRate());
  }

  /**
   * The windows of a block. Every other block of a stage has shifted ones; branches are left out
   * ever more often.
   *
   * @param given the window of the network
   */
  WindowSettings windows(int stage, int block, int given) {
    BlockOptions own = block(stage, block);
    int size = own.windowSize().or(stage(stage)::windowSize).orElse(given);
    boolean shifted = own.shift().orElse(block % 2 == 1);
    return new WindowSettings(
        size,
        own.attnCfgs().shiftSize().orElse(shifted ? size / 2 : 0),
        own.padSmallMap().or(stage(stage)::padSmallMap).orElse(options.padSmallMap()),
        own.dropPath().orElse(growingDropPath(stage, block)));
  }

  private double growingDropPath(int stage, int block) {
    int blocks = arch.blocksBefore(arch.stages());
    int position = arch.blocksBefore(stage) + block;
    return blocks == 1 ? 0 : options.dropPathRate() * position / (blocks - 1);
  }

  Sequential blocks(int stage, IntFunction<SwinBlock> factory) {
    return new Sequential(
        IntStream.range(0, arch.depths().get(stage)).mapToObj(factory).toList(),
        stage(stage).withCp().orElse(options.withCp()));
  }

  List<SwinStage> stages(IntFunction<SwinStage> factory) {
    return IntStream.range(0, arch.stages()).mapToObj(factory).toList();
  }
}
