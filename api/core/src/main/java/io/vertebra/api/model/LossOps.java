package io.vertebra.api.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The operations of training objectives, in float32 whatever the type of the logits is. */
@ProviderType
public interface LossOps {
  /**
   * Averages the cross entropy of logits against class indices over a batch.
   *
   * @param logits N x classes
   * @param target N, int64 class indices
   * @return a scalar
   */
  NDArray crossEntropy(NDArray logits, NDArray target);

  /**
   * Computes the cross entropy of each sample of a batch.
   *
   * @param logits N x classes
   * @param target N, int64 class indices; or N x classes, the weight of each class in the type of
   *     the logits, probabilities if they sum to one
   * @param classWeights what the part of each class is multiplied by; empty for ones
   * @param smoothing the share of the target that is spread evenly over all classes, 0 to 1
   * @return N
   */
  NDArray crossEntropies(
      NDArray logits, NDArray target, List<Double> classWeights, double smoothing);

  /**
   * Computes the cross entropy between the sigmoid of each logit and its target.
   *
   * @param logits N x classes
   * @param target N x classes, each in [0, 1]
   * @param classWeights what the loss of each class is multiplied by; empty for ones
   * @param positiveWeights what the part of the target that is one is multiplied by, for each
   *     class; empty for ones
   * @return N x classes
   */
  NDArray binaryCrossEntropies(
      NDArray logits, NDArray target, List<Double> classWeights, List<Double> positiveWeights);

  /**
   * Turns class indices into rows that are one in the place of the class and zero else.
   *
   * @param target N, int64 class indices
   * @param classes how many classes there are
   * @return N x classes, float32
   */
  NDArray oneHot(NDArray target, int classes);

  /**
   * Counts the samples of each class, in place.
   *
   * @param counts classes, float32: how many there were before; the samples are added
   * @param target N, int64 class indices
   */
  void countClasses(NDArray counts, NDArray target);
}
