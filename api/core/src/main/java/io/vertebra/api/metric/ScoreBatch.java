package io.vertebra.api.metric;

/** Scores of classes and targets of a batch, in Java's memory. */
public final class ScoreBatch {
  private final float[] scores;
  private final int[] targets;

  /**
   * Makes a batch. The arrays are not copied and must not change.
   *
   * @param scores N x classes, row by row
   * @param targets N class indices
   */
  public ScoreBatch(float[] scores, int[] targets) {
    if (targets.length == 0 || scores.length % targets.length != 0) {
      throw new IllegalArgumentException(
          scores.length + " scores do not belong to " + targets.length + " targets");
    }
    this.scores = scores;
    this.targets = targets;
  }

  /**
   * How many samples there are.
   *
   * @return N, 1 or more
   */
  public int size() {
    return targets.length;
  }

  /**
   * How many classes are scored.
   *
   * @return the number
   */
  public int classes() {
    return scores.length / targets.length;
  }

  /**
   * The score of a class.
   *
   * @param sample from 0 to {@code size() - 1}
   * @param label from 0 to {@code classes() - 1}
   * @return the score
   */
  public float score(int sample, int label) {
    return scores[sample * classes() + label];
  }

  /**
   * The class of a sample.
   *
   * @param sample from 0 to {@code size() - 1}
   * @return the class index
   */
  public int target(int sample) {
    return targets[sample];
  }
}
