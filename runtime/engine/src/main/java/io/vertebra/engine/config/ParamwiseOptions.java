package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Range;
import java.util.Map;
import java.util.Optional;

/**
 * Rules for single parameters, {@code mmengine.optim.DefaultOptimWrapperConstructor}'s {@code
 * paramwise_cfg}. A multiplier that is left out changes nothing.
 *
 * @param customKeys settings of parameters whose name contains a key
 * @param biasLrMult multiplies the learning rate of biases, but for those of norms
 * @param biasDecayMult multiplies the weight decay of biases, but for those of norms
 * @param normDecayMult multiplies the weight decay of norms
 * @param dwconvDecayMult multiplies the weight decay of depth-wise convolutions
 * @param flatDecayMult multiplies the weight decay of what has one dimension
 * @param layerDecayRate multiplies the learning rate once for each layer towards the input
 * @param dcnOffsetLrMult accepted: there are no deformable convolutions
 * @param bypassDuplicate accepted: a shared parameter is always trained once
 */
public record ParamwiseOptions(
    @Doc(
            "settings of the parameters whose name contains a key: lr_mult, decay_mult, or a"
                + " hyper-parameter of the optimizer; the longest key counts, and no other rule")
        @Default("{}")
        Map<String, Map<String, Object>> customKeys,
    @Doc("multiplies the learning rate of biases, but for those of norms")
        Optional<Double> biasLrMult,
    @Doc("multiplies the weight decay of biases, but for those of norms")
        Optional<Double> biasDecayMult,
    @Doc("multiplies the weight decay of norms") Optional<Double> normDecayMult,
    @Doc("multiplies the weight decay of depth-wise convolutions") Optional<Double> dwconvDecayMult,
    @Doc("multiplies the weight decay of parameters of one dimension")
        Optional<Double> flatDecayMult,
    @Doc(
            "multiplies the learning rate once for each layer towards the input; for"
                + " LearningRateDecayOptimWrapperConstructor")
        @Default("1.0")
        @Range(min = 0)
        double layerDecayRate,
    @Doc("accepted, without effect") Optional<Double> dcnOffsetLrMult,
    @Doc("accepted, without effect: a shared parameter is trained once")
        Optional<Boolean> bypassDuplicate) {
  /** No rules. */
  public static final ParamwiseOptions NONE =
      new ParamwiseOptions(
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1,
          Optional.empty(),
          Optional.empty());

  /** Checks that custom keys give numbers and truth values. */
  public ParamwiseOptions {
    customKeys.forEach(
        (key, settings) ->
            settings.forEach(
                (name, value) -> {
                  if (!(value instanceof Number) && !(value instanceof Boolean)) {
                    throw new IllegalArgumentException(
                        "%s of custom key '%s' must be a number or a truth value, but is %s"
                            .formatted(name, key, value));
                  }
                }));
  }
}
