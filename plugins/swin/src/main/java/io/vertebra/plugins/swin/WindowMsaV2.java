package io.vertebra.plugins.swin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Parameter;
import io.vertebra.nn.AttentionSettings;
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

  private final Parameter logitScale;
  private final Parameter queryBias;
  private final Parameter valueBias;
  private final Buffer coordinates;
  private final Buffer index;
  private final PlaceBias placeBias;
  private final Parameter qkv;
  private final Linear projection;

  WindowMsaV2(AttentionSettings settings, int window, int trainedWindow) {
    super(settings, window);
    Shape features = new Shape(features());
    this.logitScale =
        addParameter(
            "logit_scale", new Shape(heads(), 1, 1), new Distribution.Constant(Math.log(10)));
    this.queryBias = addParameter("q_bias", features, Distribution.zeros());
    this.valueBias = addParameter("v_bias", features, Distribution.zeros());
    this.coordinates =
        addBuffer(
            "relative_coords_table",
            new Shape(1, places().distances(), places().distances(), 2),
            DataType.FLOAT32,
            new Distribution.Computed(place -> places().coordinate(place, trainedWindow)));
    this.index = addPlaceIndex();
    this.placeBias = addModule("cpb_mlp", new PlaceBias(heads()));
    this.qkv =
        addModule("qkv", new Linear(features(), 3 * features(), false)).parameters().get("weight");
    this.projection = addModule("proj", new Linear(features(), features(), true));
  }

  @Override
  NDArray forward(Context context, NDArray windows, Optional<NDArray> mask) {
    NDArray parts = split(context.ops().linear(windows, context.get(qkv), inputBias(context)));
    NDArray scale = context.get(logitScale).minimum(LARGEST_LOG_SCALE).exp();
    Projections projections =
        new Projections(
            context.ops().normalize(parts.get(0), -1).mul(scale),
            context.ops().normalize(parts.get(1), -1),
            parts.get(2),
            1);
    return projection.forward(context, attend(context, projections, bias(context), mask));
  }

  /** Keys have no bias: it would be the same for all of them. */
  private NDArray inputBias(Context context) {
    NDArray query = context.get(queryBias);
    NDArray none = query.getManager().zeros(query.getShape());
    return query.concat(none, 0).concat(context.get(valueBias), 0);
  }

  private NDArray bias(Context context) {
    NDArray table = placeBias.forward(context, context.get(coordinates)).reshape(-1, heads());
    return context.ops().sigmoid(bias(context, table, index)).mul(LARGEST_BIAS);
  }
}
