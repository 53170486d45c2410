package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import java.util.List;

/**
 * Two linear maps, between which one half of the features, through {@link Silu}, multiplies the
 * other (Shazeer, GLU Variants Improve Transformer, 2020), {@code
 * mmpretrain.models.utils.SwiGLUFFNFused}: ... x C to the same shape. The parameters are {@code
 * w12} and {@code w3}. As there, the size between the maps is two thirds of what is asked for,
 * brought up to a multiple of 8, and neither values nor the branch are ever dropped.
 */
public final class SwiGluFeedForward extends TokenMlp {
  private static final int MULTIPLE = 8;

  private final Linear first;
  private final Linear second;
  private final BranchEnd end;
  private final int features;
  private final int hidden;

  /**
   * Makes the layer.
   *
   * @param features size of the last axis of input and output
   * @param feedForward the size between the maps of a {@link FeedForward} of about as many weights
   * @param layerScale what its output is multiplied by at first; 0 for no such numbers
   */
  public SwiGluFeedForward(int features, int feedForward, double layerScale) {
    this.features = features;
    this.hidden = (feedForward * 2 / 3 + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    this.first = addModule("w12", new Linear(features, 2 * hidden, true));
    this.second = addModule("w3", new Linear(hidden, features, true));
    this.end = new BranchEnd(features, new BranchSettings(0, 0, layerScale));
    end.scale().ifPresent(scale -> addModule("gamma2", scale));
  }

  @Override
  public void initializeXavier() {
    initializeXavier(first, features, 2 * hidden);
    initializeXavier(second, hidden, features);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    List<NDArray> halves =
        context.ops().split(first.forward(context, input), List.of(hidden, hidden), -1);
    NDArray gated = context.ops().silu(halves.get(0)).mul(halves.get(1));
    return end.consume(context, second.consume(context, gated));
  }
}
