package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Ops.AttentionWeights;
import io.vertebra.nn.AttentionSettings;
import java.util.Optional;

/** Self-attention within windows, with a bias for the relative place of each pair of tokens. */
abstract class WindowAttention extends Module {
  private final RelativePlaces places;
  private final AttentionSettings settings;

  WindowAttention(AttentionSettings settings, RelativePlaces places) {
    this.settings = settings;
    this.places = places;
  }

  final RelativePlaces places() {
    return places;
  }

  final int heads() {
    return settings.heads();
  }

  final int features() {
    return settings.features();
  }

  final boolean hasBias() {
    return settings.qkvBias();
  }

  /** Declares the table of relative places, as MMPretrain saves it. */
  final Buffer addPlaceIndex() {
    return addBuffer(
        "relative_position_index",
        new Shape(places.tokens(), places.tokens()),
        DataType.INT64,
        new Distribution.Computed(places::index));
  }

  /**
   * Lets the tokens of each window look at each other.
   *
   * @param windows (N * windows) x L x C
   * @param mask windows x L x L: what is added to attention, where something is
   */
  abstract NDArray forward(Context context, NDArray windows, Optional<NDArray> mask);

  /** Gives 3 x (N * windows) x heads x L x C/heads: queries, keys and values. */
  final NDArray split(NDArray qkv) {
    Shape shape = qkv.getShape();
    return qkv.reshape(shape.get(0), shape.get(1), 3, heads(), features() / heads())
        .transpose(2, 0, 3, 1, 4);
  }

  /** Gives heads x L x L of a table with a row for each relative place. */
  final NDArray bias(Context context, NDArray table, Buffer index) {
    int tokens = places.tokens();
    return context
        .ops()
        .selectRows(table, context.get(index).reshape(-1))
        .reshape(tokens, tokens, heads())
        .transpose(2, 0, 1);
  }

  /** Attends within windows and gives (N * windows) x L x C, heads side by side. */
  final NDArray attend(
      Context context, Projections projections, NDArray bias, Optional<NDArray> mask) {
    double dropout = training(context) ? settings.attentionDropRate() : 0;
    AttentionWeights weights = new AttentionWeights(projections.scale(), dropout);
    long tokens = places.tokens();
    NDArray mixed =
        context
            .ops()
            .attention(
                masked(projections.query(), mask),
                masked(projections.key(), mask),
                masked(projections.value(), mask),
                mask.map(each -> bias.expandDims(0).add(each.expandDims(1)))
                    .orElseGet(() -> bias.expandDims(0)),
                weights);
    return mixed
        .reshape(-1, heads(), tokens, features() / heads())
        .transpose(0, 2, 1, 3)
        .reshape(-1, tokens, features());
  }

  /** Gives the windows of an image an axis of their own where each has a mask of its own. */
  private NDArray masked(NDArray projection, Optional<NDArray> mask) {
    return mask.map(
            each ->
                projection.reshape(
                    -1, each.getShape().get(0), heads(), places.tokens(), features() / heads()))
        .orElse(projection);
  }

  /**
   * What attention takes.
   *
   * @param query (N * windows) x heads x L x D
   * @param key (N * windows) x heads x L x D
   * @param value (N * windows) x heads x L x D
   * @param scale what products of query and key are multiplied by
   */
  record Projections(NDArray query, NDArray key, NDArray value, double scale) {}
}
