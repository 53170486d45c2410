package io.vertebra.cli.result;

import io.vertebra.api.data.Target;
import io.vertebra.engine.train.ImageResult;

/** What was found of one image, in little memory. */
public final class Result {
  private final String image;
  private final Target target;
  private final float[] scores;

  /**
   * Makes a result.
   *
   * @param image the name of the image
   * @param target what is known of it
   * @param scores its scores; not copied, and not to be changed
   */
  public Result(String image, Target target, float... scores) {
    this.image = image;
    this.target = target;
    this.scores = scores;
  }

  static Result of(ImageResult result) {
    float[] scores = new float[result.scores().size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = result.scores().get(i);
    }
    return new Result(result.image(), result.target(), scores);
  }

  /**
   * The name of the image.
   *
   * @return the name
   */
  public String image() {
    return image;
  }

  /**
   * What is known of the image.
   *
   * @return the target
   */
  public Target target() {
    return target;
  }

  /**
   * How many scores there are.
   *
   * @return the number
   */
  public int size() {
    return scores.length;
  }

  /**
   * A score.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the score
   */
  public float score(int index) {
    return scores[index];
  }

  /**
   * Copies the scores.
   *
   * @param to where to
   * @param position where the first one goes
   */
  void copyScores(float[] to, int position) {
    System.arraycopy(scores, 0, to, position, scores.length);
  }

  /** The class with the highest score; of equal ones the first. */
  int predicted() {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
