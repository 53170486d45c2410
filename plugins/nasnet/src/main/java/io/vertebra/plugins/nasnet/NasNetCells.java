package io.vertebra.plugins.nasnet;

import io.vertebra.api.model.Layer;
import java.util.List;
import java.util.Optional;

/** Makes the cells of NASNet-A (Zoph et al., 2018, figure 4). */
final class NasNetCells {
  /** The previous input and all combinations. */
  private static final List<Integer> NORMAL = List.of(1, 2, 3, 4, 5, 6);

  /** All combinations but the first. */
  private static final List<Integer> REDUCTION = List.of(3, 4, 5, 6);

  private final CellLayers layers;

  NasNetCells(CellLayers layers) {
    this.layers = layers;
  }

  /** The first cell of the stem, which takes its input twice. */
  Cell stem(int in, int out) {
    Layer large = layers.stem(in, out, 7);
    Layer otherLarge = layers.stem(in, out, 7);
    Layer small = layers.stem(in, out, 5);
    return reduction(
        new Cell.Inputs(layers.pointwise(in, out, 1), Optional.empty(), Optional.empty()),
        out,
        List.of(large, otherLarge, small));
  }

  /** A cell that halves maps, after one of the same size as the one before. */
  Cell reduction(int current, int previous, int out) {
    return reduction(same(current, previous, out), out, separables(out));
  }

  /** A cell that halves maps, after one that halved them. */
  Cell reductionAfterReduction(int current, int previous, int out) {
    return reduction(halved(current, previous, out, out), out, separables(out));
  }

  private List<Layer> separables(int out) {
    return List.of(
        layers.separable(out, 7, 2), layers.separable(out, 7, 2), layers.separable(out, 5, 2));
  }

  /** A cell that keeps maps as large as they are. */
  Cell normal(int current, int previous, int out) {
    return normal(same(current, previous, out), out);
  }

  /** The same after a cell that halved them. */
  Cell normalAfterReduction(int current, int previous, int out) {
    return normal(halved(current, previous, out, out), out);
  }

  private Cell.Inputs same(int current, int previous, int out) {
    return new Cell.Inputs(
        layers.pointwise(current, out, 1),
        Optional.of(layers.pointwise(previous, out, 1)),
        Optional.of("conv_prev_1x1"));
  }

  private Cell.Inputs halved(int current, int previous, int out, int previousOut) {
    return new Cell.Inputs(
        layers.pointwise(current, out, 1),
        Optional.of(new FactorizedReduction(previous, previousOut, layers)),
        Optional.empty());
  }

  private Cell normal(Cell.Inputs inputs, int out) {
    return new Cell(
        inputs,
        List.of(
            new Combination(
                Operand.of(Source.CURRENT, layers.separable(out, 5, 1)),
                Operand.of(Source.PREVIOUS, layers.separable(out, 3, 1))),
            new Combination(
                Operand.of(Source.PREVIOUS, layers.separable(out, 5, 1)),
                Operand.of(Source.PREVIOUS, layers.separable(out, 3, 1))),
            new Combination(
                Operand.of(Source.CURRENT, CellLayers.mean(1)), Operand.plain(Source.PREVIOUS)),
            new Combination(
                Operand.of(Source.PREVIOUS, CellLayers.mean(1)),
                Operand.of(Source.PREVIOUS, CellLayers.mean(1))),
            new Combination(
                Operand.of(Source.CURRENT, layers.separable(out, 3, 1)),
                Operand.plain(Source.CURRENT))),
        NORMAL);
  }

  /** The branches of the previous input are those of the first three combinations. */
  private Cell reduction(Cell.Inputs inputs, int out, List<Layer> previous) {
    return new Cell(
        inputs,
        List.of(
            new Combination(
                Operand.of(Source.CURRENT, layers.separable(out, 5, 2)),
                Operand.of(Source.PREVIOUS, previous.get(0))),
            new Combination(
                Operand.of(Source.CURRENT, CellLayers.max(2)),
                Operand.of(Source.PREVIOUS, previous.get(1))),
            new Combination(
                Operand.of(Source.CURRENT, CellLayers.mean(2)),
                Operand.of(Source.PREVIOUS, previous.get(2))),
            new Combination(
                Operand.plain(Source.SECOND), Operand.of(Source.FIRST, CellLayers.mean(1))),
            new Combination(
                Operand.of(Source.FIRST, layers.separable(out, 3, 1)),
                Operand.of(Source.CURRENT, CellLayers.max(2)))),
        REDUCTION);
  }
}
