package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.nn.Sequential;
import java.util.Optional;

/**
 * Blocks of one size of maps, and the merging of patches before or after them: N x rows x columns x
 * C to the same or to a merged shape.
 */
final class SwinStage extends Layer {
  private final Sequential blocks;
  private final Optional<PatchMerging> before;
  private final Optional<PatchMerging> after;

  private SwinStage(
      Sequential blocks, Optional<PatchMerging> before, Optional<PatchMerging> after) {
    this.before = before.map(merging -> addModule("downsample", merging));
    this.blocks = addModule("blocks", blocks);
    this.after = after.map(merging -> addModule("downsample", merging));
  }

  /** Makes a stage of the first version, which merges patches for the next one. */
  static SwinStage mergingLast(Sequential blocks, Optional<PatchMerging> merging) {
    return new SwinStage(blocks, Optional.empty(), merging);
  }

  /** Makes a stage of the second version, which merges patches of the one before. */
  static SwinStage mergingFirst(Sequential blocks, Optional<PatchMerging> merging) {
    return new SwinStage(blocks, merging, Optional.empty());
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray merged = before.isPresent() ? before.get().forward(context, input) : input;
    return blocks.forward(context, merged);
  }

  /** Gives what the next stage is given of what {@link #forward} gave. */
  NDArray merge(Context context, NDArray output) {
    return after.isPresent() ? after.get().forward(context, output) : output;
  }

  boolean mergesFirst() {
    return before.isPresent();
  }
}
