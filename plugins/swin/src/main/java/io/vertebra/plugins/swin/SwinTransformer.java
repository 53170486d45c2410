package io.vertebra.plugins.swin;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.nn.Sequential;
import java.util.List;
import java.util.Optional;

/**
 * Swin Transformer (Liu et al., Hierarchical Vision Transformer using Shifted Windows, 2021),
 * {@code mmpretrain.models.SwinTransformer}. Features are N x C x H x W.
 */
@Plugin(
    kind = Kind.BACKBONE,
    type = "SwinTransformer",
    summary = "Swin Transformer of any size: attention within shifted windows")
public final class SwinTransformer extends SwinNetwork {
  /**
   * Makes the network.
   *
   * @param options the options
   */
  public SwinTransformer(SwinOptions options) {
    super(plan(options), stages(options, plan(options)), options.outAfterDownsample());
  }

  private static SwinPlan plan(SwinOptions options) {
    return new SwinPlan(options.arch(), options.imgSize(), options.network());
  }

  private static List<SwinStage> stages(SwinOptions options, SwinPlan plan) {
    return plan.stages(stage -> stage(options, plan, stage));
  }

  private static SwinStage stage(SwinOptions options, SwinPlan plan, int stage) {
    double ratio = options.stageCfgs().blockCfgs().ffnRatio();
    Sequential blocks =
        plan.blocks(
            stage,
            block ->
                new SwinBlock.PreNorm(
                    plan.attention(stage), plan.windows(stage, block, options.window()), ratio));
    boolean last = stage == options.arch().stages() - 1;
    return SwinStage.mergingLast(
        blocks,
        last
            ? Optional.empty()
            : Optional.of(new PatchMerging(options.arch().features(stage), /* normLast= */ false)));
  }
}
