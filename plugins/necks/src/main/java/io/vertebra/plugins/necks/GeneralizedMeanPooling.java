package io.vertebra.plugins.necks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Neck;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.plugin.Plugin;
import java.util.List;

/**
 * Takes the mean of a power of each feature map over its positions, and the root of it, between the
 * mean and the maximum (Radenovic et al., Fine-tuning CNN Image Retrieval with No Human Annotation,
 * 2019), {@code mmpretrain.models.GeneralizedMeanPooling}: N x C x H x W to N x C. It is computed
 * in float32.
 */
@Plugin(
    kind = Kind.NECK,
    type = "GeneralizedMeanPooling",
    summary = "The mean of a learnt power of each feature map over all positions")
public final class GeneralizedMeanPooling extends Neck {
  private final Options options;
  private final Parameter power;

  /**
   * Options of {@link GeneralizedMeanPooling}.
   *
   * @param power the power at first
   * @param eps what smaller values are replaced by
   * @param clamp whether they are
   * @param powerTrainable whether the power is learnt
   */
  public record Options(
      @Doc("power that training begins with: 1 is the mean, large ones near the maximum")
          @Key("p")
          @Default("3.0")
          @Range(min = 1)
          double power,
      @Doc("what smaller values are replaced by, as powers are of positive values")
          @Default("1.0e-6")
          @Range(min = 0)
          double eps,
      @Doc("whether smaller values are replaced") @Default("true") boolean clamp,
      @Doc("whether the power is learnt") @Key("p_trainable") @Default("true")
          boolean powerTrainable) {}

  /**
   * Makes the neck.
   *
   * @param options the options
   */
  public GeneralizedMeanPooling(Options options) {
    this.options = options;
    this.power = addParameter("p", new Shape(1), new Distribution.Constant(options.power()));
    power.setTrainable(options.powerTrainable());
  }

  @Override
  public List<NDArray> forward(Context context, List<NDArray> features) {
    return features.stream().map(feature -> pool(context, feature)).toList();
  }

  private NDArray pool(Context context, NDArray feature) {
    NDArray exact = context.ops().toFloat32(feature);
    NDArray positive = options.clamp() ? exact.maximum((float) options.eps()) : exact;
    NDArray exponent = context.get(power);
    NDArray mean = context.ops().globalAvgPool2d(positive.pow(exponent));
    return mean.pow(exponent.pow(-1));
  }

  @Override
  public List<Integer> outChannels(List<Integer> inChannels) {
    return inChannels;
  }
}
