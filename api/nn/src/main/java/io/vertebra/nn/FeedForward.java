package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;

/**
 * Two linear maps with an activation between them, {@code mmcv.cnn.bricks.transformer.FFN}: ... x C
 * to the same shape. The parameters are {@code layers.0.0} and {@code layers.1}.
 */
public final class FeedForward extends TokenMlp {
  private final Linear first;
  private final Linear second;
  private final Sequential layers;
  private final BranchEnd end;
  private final int features;
  private final int hidden;

  /**
   * Makes the layer.
   *
   * @param features size of the last axis of input and output
   * @param hidden the size between the maps
   * @param activation the activation between the maps
   * @param branch the settings of the residual branch that it is; values are dropped after each map
   */
  public FeedForward(int features, int hidden, Activation activation, BranchSettings branch) {
    this.features = features;
    this.hidden = hidden;
    this.first = new Linear(features, hidden, true);
    this.second = new Linear(hidden, features, true);
    this.end = new BranchEnd(features, branch);
    Dropout between = new Dropout(branch.dropRate());
    this.layers =
        addModule("layers", new Sequential(new Sequential(first, activation, between), second));
    addModule("drop", end.dropout());
    addModule("dropout_layer", end.dropPath());
    end.scale().ifPresent(scale -> addModule("gamma2", scale));
  }

  @Override
  public void initializeXavier() {
    initializeXavier(first, features, hidden);
    initializeXavier(second, hidden, features);
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return end.consume(context, layers.forward(context, input));
  }
}
