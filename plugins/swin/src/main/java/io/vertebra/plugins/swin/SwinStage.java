package io.vertebra.plugins.swin;

import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import java.util.List;
import java.util.Optional;

/** Blocks of one size of maps, and the merging of patches before or after them. */
final class SwinStage extends Module {
  private final List<SwinBlock> blocks;
  private final Optional<PatchMerging> before;
  private final Optional<PatchMerging> after;

  private SwinStage(
      List<SwinBlock> blocks, Optional<PatchMerging> before, Optional<PatchMerging> after) {
    this.blocks = List.copyOf(blocks);
    this.before = before.map(merging -> addModule("downsample", merging));
    addModule("blocks", new Numbered(blocks));
    this.after = after.map(merging -> addModule("downsample", merging));
  }

  /** Makes a stage of the first version, which merges patches for the next one. */
  static SwinStage mergingLast(List<SwinBlock> blocks, Optional<PatchMerging> merging) {
    return new SwinStage(blocks, Optional.empty(), merging);
  }

  /** Makes a stage of the second version, which merges patches of the one before. */
  static SwinStage mergingFirst(List<SwinBlock> blocks, Optional<PatchMerging> merging) {
    return new SwinStage(blocks, merging, Optional.empty());
  }

  TokenMap forward(Context context, TokenMap tokens) {
    TokenMap current = before.isPresent() ? before.get().forward(context, tokens) : tokens;
    for (SwinBlock block : blocks) {
      current = current.with(block.forward(context, current));
    }
    return current;
  }

  /** Gives what the next stage is given. */
  TokenMap merge(Context context, TokenMap tokens) {
    return after.isPresent() ? after.get().forward(context, tokens) : tokens;
  }

  boolean mergesFirst() {
    return before.isPresent();
  }
}
