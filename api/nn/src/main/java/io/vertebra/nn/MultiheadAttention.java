package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;

/**
 * Self-attention with several heads (Vaswani et al., Attention Is All You Need, 2017), {@code
 * mmpretrain.models.utils.MultiheadAttention}: N x L x C to the same shape. Queries, keys and
 * values come of one linear map, {@code qkv}.
 */
public final class MultiheadAttention extends Layer {
  private final Linear qkv;
  private final Linear projection;
  private final BranchEnd end;
  private final int heads;
  private final double dropRate;

  /**
   * Makes the layer.
   *
   * @param settings the settings
   * @param branch the settings of the residual branch that it is
   */
  public MultiheadAttention(AttentionSettings settings, BranchSettings branch) {
    int features = settings.features();
    this.qkv = addModule("qkv", new Linear(features, 3 * features, settings.qkvBias()));
    this.projection = addModule("proj", new Linear(features, features, true));
    this.end = new BranchEnd(features, branch);
    addModule("proj_drop", end.dropout());
    addModule("out_drop", end.dropPath());
    end.scale().ifPresent(scale -> addModule("gamma1", scale));
    this.heads = settings.heads();
    this.dropRate = settings.attentionDropRate();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    double dropout = training(context) ? dropRate : 0;
    NDArray mixed =
        Intermediates.map(
            qkv.forward(context, input),
            mapped -> context.ops().selfAttention(mapped, heads, dropout));
    return end.consume(context, projection.consume(context, mixed));
  }
}
