package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Activation;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Linear maps with an activation between each two, {@code mmcv.cnn.bricks.transformer.FFN}: ... x C
 * to the same sizes. The parameters of two maps are {@code layers.0.0} and {@code layers.1}, those
 * of three {@code layers.0.0}, {@code layers.1.0} and {@code layers.2}.
 */
public final class FeedForward extends TokenMlp {
  private final Sequential layers;
  private final BranchEnd end;
  private final Maps sizes;
  private final List<Linear> maps = new ArrayList<>();

  /**
   * Makes the layer.
   *
   * @param sizes how many maps of which size
   * @param activation makes the activations between the maps
   * @param branch the settings of the residual branch that it is; values are dropped after each map
   */
  public FeedForward(Maps sizes, Supplier<Activation> activation, BranchSettings branch) {
    this.sizes = sizes;
    this.end = new BranchEnd(sizes.features(), branch);
    List<Layer> steps = new ArrayList<>();
    for (int i = 0; i < sizes.count() - 1; i++) {
      maps.add(new Linear(sizes.inFeatures(i), sizes.hidden(), true));
      steps.add(new Sequential(maps.get(i), activation.get(), new Dropout(branch.dropRate())));
    }
    maps.add(new Linear(sizes.hidden(), sizes.features(), true));
    steps.add(maps.get(sizes.count() - 1));
    this.layers = addModule("layers", new Sequential(steps));
    addModule("drop", end.dropout());
    addModule("dropout_layer", end.dropPath());
    end.scale().ifPresent(scale -> addModule("gamma2", scale));
  }

  /**
   * How many maps there are and of which size.
   *
   * @param features size of the last axis of input and output
   * @param hidden the size between the maps
   * @param count the number of maps, 2 or more
   */
  public record Maps(int features, int hidden, int count) {
    /** Checks that there is something between maps. */
    public Maps {
      if (count < 2) {
        throw new IllegalArgumentException(
            "num_fcs is " + count + ", but a feed-forward part has 2 linear maps or more");
      }
    }

    /**
     * Two maps.
     *
     * @param features size of the last axis of input and output
     * @param hidden the size between the maps
     */
    public Maps(int features, int hidden) {
      this(features, hidden, 2);
    }

    private int inFeatures(int map) {
      return map == 0 ? features : hidden;
    }

    private int outFeatures(int map) {
      return map == count - 1 ? features : hidden;
    }
  }

  @Override
  public void initializeXavier() {
    for (int i = 0; i < maps.size(); i++) {
      initializeXavier(maps.get(i), sizes.inFeatures(i), sizes.outFeatures(i));
    }
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    return end.consume(context, layers.forward(context, input));
  }
}
