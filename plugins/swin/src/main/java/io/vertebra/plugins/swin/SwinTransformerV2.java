package io.vertebra.plugins.swin;

import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import io.vertebra.api.plugin.StateDictNames;
import java.util.List;
import java.util.Optional;

/**
 * Swin Transformer V2 (Liu et al., Scaling Up Capacity and Resolution, 2022), {@code
 * mmpretrain.models.SwinTransformerV2}. Features are N x C x H x W.
 */
@StateDictNames(
    library = "timm",
    rules = {
      "backbone.patch_embed.projection.* = patch_embed.proj.*",
      "backbone.patch_embed.norm.* = patch_embed.norm.*",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.relative_coords_table = -",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.relative_position_index = -",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.* = layers.{s}.blocks.{b}.attn.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.0.0.* = layers.{s}.blocks.{b}.mlp.fc1.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.1.* = layers.{s}.blocks.{b}.mlp.fc2.*",
      "backbone.stages.{s}.blocks.{b}.* = layers.{s}.blocks.{b}.*",
      "backbone.stages.{s}.downsample.reduction.* = layers.{s}.downsample.reduction.* | (2j 2i c) -> (c 2i 2j)",
      "backbone.stages.{s}.downsample.norm.* = layers.{s}.downsample.norm.*",
      "backbone.norm3.* = norm.*",
      "head.fc.* = head.fc.*",
      "- = *.relative_position_index",
      "- = *.relative_coords_table",
      "- = *.attn_mask"
    })
@StateDictNames(
    library = "torchvision",
    rules = {
      "backbone.patch_embed.projection.* = features.0.0.*",
      "backbone.patch_embed.norm.* = features.0.2.*",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.relative_position_index = features.{2s+1}.{b}.attn.relative_position_index | flat",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.q_bias = features.{2s+1}.{b}.attn.qkv.bias | 1/3",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.v_bias = features.{2s+1}.{b}.attn.qkv.bias | 3/3",
      "backbone.stages.{s}.blocks.{b}.attn.w_msa.* = features.{2s+1}.{b}.attn.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.0.0.* = features.{2s+1}.{b}.mlp.0.*",
      "backbone.stages.{s}.blocks.{b}.ffn.layers.1.* = features.{2s+1}.{b}.mlp.3.*",
      "backbone.stages.{s}.blocks.{b}.* = features.{2s+1}.{b}.*",
      "backbone.stages.{s}.downsample.reduction.* = features.{2s}.reduction.* | (2j 2i c) -> (c 2i 2j)",
      "backbone.stages.{s}.downsample.norm.* = features.{2s}.norm.*",
      "backbone.norm3.* = norm.*",
      "head.fc.* = head.*"
    })
@Plugin(
    kind = Kind.BACKBONE,
    type = "SwinTransformerV2",
    summary = "Swin Transformer V2 of any size: cosine attention, norms at the end of branches")
public final class SwinTransformerV2 extends SwinNetwork {
  /**
   * Makes the network.
   *
   * @param options the options
   */
  public SwinTransformerV2(SwinV2Options options) {
    super(plan(options), stages(options, plan(options)), /* outAfterMerging= */ false);
  }

  private static SwinPlan plan(SwinV2Options options) {
    return new SwinPlan(
        options.arch(), options.imgSize(), options.network(), /* mergesFirst= */ true);
  }

  private static List<SwinStage> stages(SwinV2Options options, SwinPlan plan) {
    return plan.stages(
        stage ->
            SwinStage.mergingFirst(
                plan.blocks(stage, block -> block(options, plan, stage, block)),
                stage == 0 ? Optional.empty() : Optional.of(plan.mergingLayer(stage))));
  }

  private static SwinBlock block(SwinV2Options options, SwinPlan plan, int stage, int block) {
    StageOptions all = plan.stage(stage);
    BlockOptions own = plan.block(stage, block);
    WindowSettings windows = plan.windows(stage, block, options.window(stage));
    int trained =
        own.pretrainedWindowSize()
            .or(all::pretrainedWindowSize)
            .orElse(options.pretrainedWindow(stage));
    int every = all.extraNormEveryNBlocks().orElse(options.arch().extraNormEveryNBlocks());
    RelativePlaces places = new RelativePlaces(windows.size(), trained);
    return new SwinBlock.PostNorm(
        new WindowMsaV2(plan.attention(stage, block), own.attnCfgs(), places),
        windows,
        own,
        own.extraNorm().orElse(every > 0 && (block + 1) % every == 0));
  }
}
