package io.vertebra.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Buffer;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Norm;
import io.vertebra.api.model.Ops.BatchStatistics;
import io.vertebra.api.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Normalises each channel over the batch in training, by running statistics else (Ioffe and
 * Szegedy, Batch Normalization, 2015): N x C x ... to the same shape. The running statistics are
 * updated in training.
 */
public abstract class BatchNorm extends Norm {
  private final Parameter weight;
  private final Parameter bias;
  private final Buffer runningMean;
  private final Buffer runningVariance;
  private final Buffer batches;
  private final double epsilon;
  private final double momentum;

  /**
   * Makes a batch norm.
   *
   * @param features channels of the input
   * @param epsilon what is added to the variance
   * @param momentum the weight of a batch in the update of the running statistics
   */
  protected BatchNorm(int features, double epsilon, double momentum) {
    Shape shape = new Shape(features);
    this.weight = addParameter("weight", shape, Distribution.ones());
    this.bias = addParameter("bias", shape, Distribution.zeros());
    this.runningMean = addBuffer("running_mean", shape, DataType.FLOAT32, Distribution.zeros());
    this.runningVariance = addBuffer("running_var", shape, DataType.FLOAT32, Distribution.ones());
    this.batches =
        addBuffer("num_batches_tracked", new Shape(), DataType.INT64, Distribution.zeros());
    this.epsilon = epsilon;
    this.momentum = momentum;
  }

  @Override
  public final String abbreviation() {
    return "bn";
  }

  /**
   * What is added to the variance.
   *
   * @return the epsilon
   */
  public final double epsilon() {
    return epsilon;
  }

  /** Its own names, and that of all batch norms in PyTorch and in configs: {@code _BatchNorm}. */
  @Override
  public final List<String> layerNames() {
    List<String> names = new ArrayList<>(super.layerNames());
    names.add("_BatchNorm");
    return names;
  }

  @Override
  public final NDArray forward(Context context, NDArray input) {
    BatchStatistics statistics =
        new BatchStatistics(
            context.get(runningMean),
            context.get(runningVariance),
            context.get(batches),
            training(context),
            context.normMomentum(momentum),
            epsilon);
    NDArray output =
        context.ops().batchNorm(input, context.get(weight), context.get(bias), statistics);
    context.show(this, output);
    return output;
  }
}
