package io.vertebra.engine.complexity;

import io.vertebra.engine.model.ObservedOps.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a network costs for one batch.
 *
 * @param parameters how many values it has that training changes, those of layers that were not
 *     used among them
 * @param layers its operations, in the order in which they ran
 * @param camLayer the name of the layer that class-activation maps are drawn of by default
 */
public record Complexity(long parameters, List<LayerCost> layers, Optional<String> camLayer) {
  /** Makes costs that do not change. */
  public Complexity {
    layers = List.copyOf(layers);
  }

  /**
   * The multiply-adds of some kinds of operations.
   *
   * @param operations the kinds
   * @return their sum
   */
  public long multiplyAdds(Operation... operations) {
    List<Operation> wanted = List.of(operations);
    return sum(cost -> wanted.contains(cost.operation()) ? cost.multiplyAdds() : 0);
  }

  /**
   * The multiply-adds of convolutions, linear maps, matrix products and attention: what is meant by
   * the MACs of a network where norms and poolings are not counted.
   *
   * @return their sum
   */
  public long multiplyAdds() {
    return multiplyAdds(Operation.CONV, Operation.LINEAR, Operation.MATMUL, Operation.ATTENTION);
  }

  /**
   * The values that layers give.
   *
   * @return their number
   */
  public long activations() {
    return sum(LayerCost::activations);
  }

  private long sum(ToLongFunction<LayerCost> figure) {
    return layers.stream().mapToLong(figure).sum();
  }
}
