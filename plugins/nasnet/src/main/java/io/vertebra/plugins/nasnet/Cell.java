package io.vertebra.plugins.nasnet;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Combinations of two maps and of one another, whose outputs are joined: both N x C x H x W, with
 * their own C, to N x K x H' x W'. The map before may be twice as large.
 */
final class Cell extends Module {
  private final Inputs inputs;
  private final List<Combination> combinations;
  private final List<Integer> outputs;

  /**
   * What brings the inputs to the channels of a cell.
   *
   * @param current that of the cell before, {@code conv_1x1}
   * @param previous that of the cell before it; empty where it is taken as it is
   * @param previousName the name of the latter; empty for modules that are the cell's own
   */
  record Inputs(Layer current, Optional<Layer> previous, Optional<String> previousName) {}

  /**
   * Makes a cell.
   *
   * @param inputs what brings the inputs to its channels
   * @param combinations the combinations, of which each may take the outputs of those before
   * @param outputs what is joined: 1 for the previous input, 2 for the first combination, ...
   */
  Cell(Inputs inputs, List<Combination> combinations, List<Integer> outputs) {
    this.inputs = inputs;
    this.combinations = List.copyOf(combinations);
    this.outputs = List.copyOf(outputs);
    addModule("conv_1x1", inputs.current());
    inputs.previous().ifPresent(this::addPrevious);
    for (int i = 0; i < combinations.size(); i++) {
      String name = "comb_iter_" + i;
      combinations.get(i).left().layer().ifPresent(it -> addModule(name + "_left", it));
      combinations.get(i).right().layer().ifPresent(it -> addModule(name + "_right", it));
    }
  }

  private void addPrevious(Layer layer) {
    if (inputs.previousName().isPresent()) {
      addModule(inputs.previousName().get(), layer);
    } else {
      layer.modules().forEach(this::addModule);
    }
  }

  NDArray forward(Context context, NDArray current, NDArray previous) {
    List<NDArray> values = new ArrayList<>();
    values.add(inputs.current().forward(context, current));
    values.add(
        inputs.previous().isPresent()
            ? inputs.previous().get().forward(context, previous)
            : previous);
    for (Combination combination : combinations) {
      values.add(combination.forward(context, values));
    }
    return context.ops().concat(outputs.stream().map(values::get).toList(), 1);
  }
}
