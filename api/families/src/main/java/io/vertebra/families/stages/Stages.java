package io.vertebra.families.stages;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a network, each of one layer or more. They register no modules; the network does.
 */
public final class Stages {
  private final List<List<Layer>> stages;
  private final List<Integer> outputs;

  /**
   * Makes stages.
   *
   * @param stages the layers of each stage, first to last
   * @param outputs the stages whose output is a feature, from 0
   */
  public Stages(List<? extends List<? extends Layer>> stages, List<Integer> outputs) {
    this.stages = stages.stream().map(layers -> List.<Layer>copyOf(layers)).toList();
    this.outputs = List.copyOf(outputs);
  }

  /**
   * Makes stages of one layer each.
   *
   * @param stages the layers, first to last
   * @param outputs the stages whose output is a feature, from 0
   * @return the stages
   */
  public static Stages of(List<? extends Layer> stages, List<Integer> outputs) {
    return new Stages(stages.stream().map(List::of).toList(), outputs);
  }

  /**
   * Computes the features of the stages asked for.
   *
   * @param context the arrays and operations of this pass
   * @param input the input of the first stage
   * @return the outputs of the stages asked for, from shallow to deep
   */
  public List<NDArray> features(Context context, NDArray input) {
    NDArray map = input;
    List<NDArray> features = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      map = run(context, stages.get(i), map, map == input || outputs.contains(i - 1));
      if (outputs.contains(i)) {
        features.add(map);
      }
    }
    return features;
  }

  private static NDArray run(
      Context context, List<Layer> layers, NDArray input, boolean inputIsNeeded) {
    NDArray map = input;
    for (Layer layer : layers) {
      boolean needed = inputIsNeeded && map == input;
      map = needed ? layer.forward(context, map) : layer.consume(context, map);
      context.show(layer, map);
    }
    return map;
  }

  /**
   * Freezes the first stages; see {@link Freezing#freeze}.
   *
   * @param count how many; 0 or less for none
   */
  public void freezeFirst(int count) {
    for (int i = 0; i < count; i++) {
      stages.get(i).forEach(Freezing::freeze);
    }
  }
}
