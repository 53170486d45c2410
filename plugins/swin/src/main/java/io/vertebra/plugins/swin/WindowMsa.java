package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.image.Interpolation;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Ops;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.AttentionSettings;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;
import java.util.Optional;

/**
 * Attention with a learnt table of biases (Liu et al., 2021, section 3.2), {@code
 * mmpretrain.models.utils.WindowMSA}. A table of a checkpoint for another window is resized by
 * bicubic interpolation.
 */
final class WindowMsa extends WindowAttention {
  private final Parameter table;
  private final Buffer index;
  private final Linear qkv;
  private final Linear projection;
  private final Dropout dropout;
  private final double scale;

  WindowMsa(AttentionSettings settings, AttentionOptions options, int window) {
    super(settings, new RelativePlaces(window, 0));
    this.table =
        addParameter(
            "relative_position_bias_table",
            new Shape(places().count(), heads()),
            Distribution.truncatedNormal(0.02));
    table.resizeWith(this::fitted);
    this.index = addPlaceIndex();
    this.qkv = addModule("qkv", new Linear(features(), 3 * features(), hasBias()));
    this.projection = addModule("proj", new Linear(features(), features(), true));
    this.dropout = addModule("proj_drop", new Dropout(options.projectionDropRate()));
    this.scale =
        options
            .scale()
            .filter(given -> given != 0)
            .orElse(1 / Math.sqrt((double) features() / heads()));
  }

  @Override
  NDArray forward(Context context, NDArray windows, Optional<NDArray> mask) {
    NDArray parts = split(qkv.forward(context, windows));
    Projections projections = new Projections(parts.get(0), parts.get(1), parts.get(2), scale);
    NDArray bias = bias(context, context.get(table), index);
    return dropout.forward(
        context, projection.forward(context, attend(context, projections, bias, mask)));
  }

  private NDArray fitted(Ops ops, NDArray given) {
    Shape shape = given.getShape();
    int side = (int) Math.round(Math.sqrt((double) shape.get(0)));
    if (shape.dimension() != 2 || shape.get(1) != heads() || (long) side * side != shape.get(0)) {
      throw new IllegalArgumentException(
          "a table of shape %s has no row for each relative place in a window and %d columns"
              .formatted(shape, heads()));
    }
    NDArray map = given.transpose().reshape(1, heads(), side, side);
    return ops.interpolate(map, IntPair.of(places().distances()), Interpolation.BICUBIC)
        .reshape(heads(), -1)
        .transpose();
  }
}
