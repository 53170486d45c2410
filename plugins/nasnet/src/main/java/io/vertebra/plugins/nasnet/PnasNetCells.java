package io.vertebra.plugins.nasnet;

import io.vertebra.api.model.Layer;
import java.util.List;
import java.util.Optional;

/** Makes the cells of PNASNet-5 (Liu et al., 2018, figure 1). */
final class PnasNetCells {
  private static final List<Integer> ALL = List.of(2, 3, 4, 5, 6);

  private final CellLayers layers;

  PnasNetCells(CellLayers layers) {
    this.layers = layers;
  }

  /** The first cell of the stem, which takes its input twice. */
  Cell stem(int in, int out) {
    return cell(
        new Cell.Inputs(layers.pointwise(in, out, 1), Optional.empty(), Optional.empty()),
        new Shape(out, 2),
        new PreviousBranches(
            layers.stem(in, out, 5), new PooledConv(in, out, layers), layers.stem(in, out, 3)));
  }

  /** A cell after one of the same size as the one before. */
  Cell same(int current, int previous, int out, int stride) {
    return cell(current, layers.pointwise(previous, out, 1), new Shape(out, stride));
  }

  /** A cell after one that halved maps. */
  Cell halved(int current, int previous, int out, int stride) {
    return cell(current, new FactorizedReduction(previous, out, layers), new Shape(out, stride));
  }

  private Cell cell(int current, Layer previous, Shape shape) {
    return cell(
        new Cell.Inputs(
            layers.pointwise(current, shape.channels(), 1),
            Optional.of(previous),
            Optional.of("conv_prev_1x1")),
        shape,
        new PreviousBranches(
            layers.separable(shape.channels(), 5, shape.stride()),
            CellLayers.max(shape.stride()),
            layers.separable(shape.channels(), 3, shape.stride())));
  }

  private Cell cell(Cell.Inputs inputs, Shape shape, PreviousBranches previous) {
    int out = shape.channels();
    int stride = shape.stride();
    return new Cell(
        inputs,
        List.of(
            new Combination(
                Operand.of(Source.PREVIOUS, previous.large()),
                Operand.of(Source.PREVIOUS, previous.pool())),
            new Combination(
                Operand.of(Source.CURRENT, layers.separable(out, 7, stride)),
                Operand.of(Source.CURRENT, CellLayers.max(stride))),
            new Combination(
                Operand.of(Source.CURRENT, layers.separable(out, 5, stride)),
                Operand.of(Source.CURRENT, layers.separable(out, 3, stride))),
            new Combination(
                Operand.of(Source.THIRD, layers.separable(out, 3, 1)),
                Operand.of(Source.CURRENT, CellLayers.max(stride))),
            new Combination(
                Operand.of(Source.PREVIOUS, previous.small()),
                stride == 1
                    ? Operand.plain(Source.CURRENT)
                    : Operand.of(Source.CURRENT, layers.pointwise(out, out, stride)))),
        ALL);
  }

  /** The channels of a combination, and the stride of a cell. */
  private record Shape(int channels, int stride) {}

  /** What becomes of the previous input. */
  private record PreviousBranches(Layer large, Layer pool, Layer small) {}
}
