package io.vertebra.plugins.swin;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import java.util.List;
import java.util.Optional;

/**
 * Swin Transformer (Liu et al., Hierarchical Vision Transformer using Shifted Windows, 2021),
 * {@code mmpretrain.models.SwinTransformer}. Features are N x C x H x W.
 */
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.patch_embed.projection.* = patch_embed.proj.*",
      "backbone.patch_embed.norm.* = patch_embed.norm.*",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.relative_position_index = -",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.* = layers.{s}.blocks.{b}.attn.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.0.0.* = layers.{s}.blocks.{b}.mlp.fc1.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.1.* = layers.{s}.blocks.{b}.mlp.fc2.*",
      "backbone.stages.{s}.blocks.{b}.* = layers.{s}.blocks.{b}.*",
      "backbone.stages.{s}.downsample.norm.* = layers.{s+1}.downsample.norm.* | (2j 2i c) -> (c 2i 2j)",
      "backbone.stages.{s}.downsample.reduction.* = layers.{s+1}.downsample.reduction.* | (2j 2i c) -> (c 2i 2j)",
      "backbone.norm3.* = norm.*",
      "head.fc.* = head.fc.*",
      "- = *.relative_position_index",
      "- = *.attn_mask"
    })
@StateDictNames(
    library = "torchvision",
    rules = {
      "backbone.patch_embed.projection.* = features.0.0.*",
      "backbone.patch_embed.norm.* = features.0.2.*",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.relative_position_index = features.{2s+1}.{b}.attn.relative_position_index | flat",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.* = features.{2s+1}.{b}.attn.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.0.0.* = features.{2s+1}.{b}.mlp.0.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.1.* = features.{2s+1}.{b}.mlp.3.*",
      "backbone.stages.{s}.blocks.{b}.* = features.{2s+1}.{b}.*",
      "backbone.stages.{s}.downsample.norm.* = features.{2s+2}.norm.* | (2j 2i c) -> (c 2i 2j)",
      "backbone.stages.{s}.downsample.reduction.* = features.{2s+2}.reduction.* | (2j 2i c) -> (c 2i 2j)",
      "backbone.norm3.* = norm.*",
      "head.fc.* = head.*"
    })
@StateDictNames(
    library = "swin",
    rules = {
      "backbone.patch_embed.projection.* = patch_embed.proj.*",
      "backbone.patch_embed.norm.* = patch_embed.norm.*",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.relative_position_index = -",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.* = layers.{s}.blocks.{b}.attn.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.0.0.* = layers.{s}.blocks.{b}.mlp.fc1.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.1.* = layers.{s}.blocks.{b}.mlp.fc2.*",
      "backbone.stages.{s}.blocks.{b}.* = layers.{s}.blocks.{b}.*",
      "backbone.stages.{s}.downsample.norm.* = layers.{s}.downsample.norm.* | (2j 2i c) -> (c 2i 2j)",
      "backbone.stages.{s}.downsample.reduction.* = layers.{s}.downsample.reduction.* | (2j 2i c) -> (c 2i 2j)",
      "backbone.norm3.* = norm.*",
      "head.fc.* = head.*",
      "- = *.relative_position_index",
      "- = *.attn_mask"
    })
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
    return new SwinPlan(
        options.arch(), options.imgSize(), options.network(), /* mergesFirst= */ false);
  }

  private static List<SwinStage> stages(SwinOptions options, SwinPlan plan) {
    int last = options.arch().stages() - 1;
    return plan.stages(
        stage ->
            SwinStage.mergingLast(
                plan.blocks(stage, block -> block(options, plan, stage, block)),
                stage == last ? Optional.empty() : Optional.of(plan.mergingLayer(stage))));
  }

  private static SwinBlock block(SwinOptions options, SwinPlan plan, int stage, int block) {
    BlockOptions own = plan.block(stage, block);
    WindowSettings windows = plan.windows(stage, block, options.windowSize());
    return new SwinBlock.PreNorm(
        new WindowMsa(plan.attention(stage, block), own.attnCfgs(), windows.size()), windows, own);
  }
}
