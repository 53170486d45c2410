package io.vertebra.engine.train;

import java.util.List;

/**
 * What a test found of one image.
 *
 * @param image its name
 * @param label the index of its class
 * @param scores the score of each class, by label
 */
public record ImageResult(String image, int label, List<Float> scores) {
  /** Makes a result that does not change. */
  public ImageResult {
    scores = List.copyOf(scores);
  }

  /**
   * The class with the highest score; of equal ones the first.
   *
   * @return the index of the class
   */
  public int predicted() {
    int best = 0;
    for (int i = 1; i < scores.size(); i++) {
      if (scores.get(i) > scores.get(best)) {
        best = i;
      }
    }
    return best;
  }
}
