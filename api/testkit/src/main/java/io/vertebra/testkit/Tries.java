package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.testkit.golden.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What networks are tried with. */
final class Tries {
  private Tries() {}

  /** A shape with the axis of the batch before it. */
  static Shape batched(int batch, Shape shape) {
    return new Shape(batch).addAll(shape);
  }

  static List<Shape> batched(int batch, List<Shape> shapes) {
    return shapes.stream().map(shape -> batched(batch, shape)).toList();
  }

  /** Values in [-2, 2), the same each time. */
  static NDArray input(NDManager manager, Shape shape) {
    return manager.create(new Fill("input").values(shape.size(), 0, 2), shape);
  }

  static List<NDArray> inputs(NDManager manager, List<Shape> shapes) {
    List<NDArray> arrays = new ArrayList<>();
    shapes.forEach(shape -> arrays.add(input(manager, shape)));
    return arrays;
  }

  static NDArray labels(NDManager manager, int batch, int classes) {
    return manager.create(Fill.labels(batch, classes));
  }

  /** The sum of those that a run would minimise. */
  static NDArray total(Map<String, NDArray> losses) {
    return losses.entrySet().stream()
        .filter(entry -> entry.getKey().contains("loss"))
        .map(Map.Entry::getValue)
        .reduce(NDArray::add)
        .orElseThrow(() -> new AssertionError("no loss is among " + losses.keySet()));
  }
}
