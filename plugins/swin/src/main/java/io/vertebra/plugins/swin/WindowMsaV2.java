package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Parameter;
import io.vertebra.nn.AttentionSettings;
import io.vertebra.nn.Dropout;
import io.vertebra.nn.Linear;
import java.util.Optional;

/**
 * Attention by the cosine of query and key, with biases that a small network makes of relative
 * places (Liu et al., 2022, sections 3.2 and 3.3), {@code mmpretrain.models.utils.WindowMSAV2}.
 */
final class WindowMsaV2 extends WindowAttention {
  /** The largest factor of cosines is 100. */
  private static final float LARGEST_LOG_SCALE = (float) Math.log(100);

  private static final float LARGEST_BIAS = 16;

  private static final int PLACE_FEATURES = 512;

  private final Parameter logitScale;
  private final Optional<QkvBias> biases;
  private final Buffer coordinates;
  private final Buffer index;
  private final PlaceBias placeBias;
  private final Parameter qkv;
  private final Linear projection;
  private final Dropout dropout;

  WindowMsaV2(AttentionSettings settings, AttentionOptions options, RelativePlaces places) {
    super(settings, places);
    this.logitScale =
        addParameter(
            "logit_scale", new Shape(heads(), 1, 1), new Distribution.Constant(Math.log(10)));
    this.biases =
        hasBias()
            ? Optional.of(new QkvBias(addBias("q_bias"), addBias("v_bias")))
            : Optional.empty();
    this.coordinates =
        addBuffer(
            "relative_coords_table",
            new Shape(1, places().distances(), places().distances(), 2),
            DataType.FLOAT32,
            new Distribution.Computed(places::coordinate));
    this.index = addPlaceIndex();
    this.placeBias =
        addModule("cpb_mlp", new PlaceBias(options.hidden().orElse(PLACE_FEATURES), heads()));
    this.qkv =
        addModule("qkv", new Linear(features(), 3 * features(), false)).parameters().get("weight");
    this.projection = addModule("proj", new Linear(features(), features(), true));
    this.dropout = addModule("proj_drop", new Dropout(options.projectionDropRate()));
  }

  private Parameter addBias(String name) {
    return addParameter(name, new Shape(features()), Distribution.zeros());
  }

  /**
   * Biases of queries and values. Keys have none: it would be the same for all of them.
   *
   * @param query C
   * @param value C
   */
  private record QkvBias(Parameter query, Parameter value) {
    NDArray of(Context context) {
      NDArray first = context.get(query);
      NDArray none = first.getManager().zeros(first.getShape());
      return first.concat(none, 0).concat(context.get(value), 0);
    }
  }

  @Override
  NDArray forward(Context context, NDArray windows, Optional<NDArray> mask) {
    NDArray bias = biases.isPresent() ? biases.get().of(context) : null;
    NDArray parts = split(context.ops().linear(windows, context.get(qkv), bias));
    NDArray scale = context.get(logitScale).minimum(LARGEST_LOG_SCALE).exp();
    Projections projections =
        new Projections(
            context.ops().normalize(parts.get(0), -1).mul(scale),
            context.ops().normalize(parts.get(1), -1),
            parts.get(2),
            1);
    NDArray attended = attend(context, projections, placeBias(context), mask);
    return dropout.forward(context, projection.forward(context, attended));
  }

  private NDArray placeBias(Context context) {
    NDArray table = placeBias.forward(context, context.get(coordinates)).reshape(-1, heads());
    return context.ops().sigmoid(bias(context, table, index)).mul(LARGEST_BIAS);
  }
}
