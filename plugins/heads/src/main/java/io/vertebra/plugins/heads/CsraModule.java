package io.vertebra.plugins.heads;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Layer;
import io.vertebra.api.model.Ops.ConvSettings;
import io.vertebra.api.model.Parameter;
import io.vertebra.api.options.IntPair;
import io.vertebra.nn.Conv2d;

/**
 * Scores of a class at each place, by their mean and by what attention of one sharpness makes of
 * them: N x C x H x W to N x classes.
 */
final class CsraModule extends Layer {
  /** The temperature that stands for the maximum. */
  static final int MAXIMUM = 99;

  private static final int[] PLACES = {2};

  private final Conv2d head;
  private final Parameter weight;
  private final int temperature;
  private final float share;

  CsraModule(CsraClsHead.Options options, int temperature) {
    this.head =
        addModule(
            "head",
            new Conv2d(
                options.inChannels(),
                options.numClasses(),
                IntPair.of(1),
                ConvSettings.PLAIN,
                /* bias= */ false));
    this.weight = head.parameters().get("weight");
    this.temperature = temperature;
    this.share = (float) options.lam();
  }

  @Override
  public NDArray forward(Context context, NDArray input) {
    NDArray map = context.ops().toFloat32(head.forward(context, input));
    Shape shape = map.getShape();
    NDArray scores = map.reshape(shape.get(0), shape.get(1), -1).div(norms(context));
    return scores.mean(PLACES).add(attended(context, scores).mul(share));
  }

  /** Gives 1 x classes x 1: the length of the weight of each class. */
  private NDArray norms(Context context) {
    NDArray array = context.get(weight);
    return array.mul(array).sum(new int[] {1}, true).sqrt().reshape(1, weight.shape().get(0), 1);
  }

  private NDArray attended(Context context, NDArray scores) {
    return temperature == MAXIMUM
        ? scores.max(PLACES)
        : scores.mul(context.ops().softmax(scores.mul((float) temperature), 2)).sum(PLACES);
  }
}
