package io.vertebra.engine.complexity;

import ai.djl.ndarray.types.Shape;
import io.vertebra.engine.model.ObservedOps.Operation;

/**
 * What one operation of a network costs for one batch.
 *
 * @param layer the layer whose weight it uses; for others the part that the last such layer is in
 * @param operation its kind
 * @param output the shape of what it gives
 * @param parameters how many values the layer has that training changes; 0 after its first
 *     operation
 * @param multiplyAdds pairs of a product and a sum
 */
public record LayerCost(
    String layer, Operation operation, Shape output, long parameters, long multiplyAdds) {
  /**
   * How many values it gives to the next layer; norms and poolings do not count, as in {@code
   * fvcore} and {@code mmengine}.
   *
   * @return the number
   */
  public long activations() {
    return operation == Operation.NORM || operation == Operation.POOLING ? 0 : output.size();
  }
}
