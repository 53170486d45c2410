package io.vertebra.engine.inference;

import java.util.List;

/**
 * What a classifier says of an image.
 *
 * @param image what the image is called
 * @param top the classes with the highest scores, highest first; one at least
 */
public record Prediction(String image, List<ClassScore> top) {
  /** Makes a prediction of one class at least. */
  public Prediction {
    top = List.copyOf(top);
    if (top.isEmpty()) {
      throw new IllegalArgumentException("a prediction names one class at least");
    }
  }

  /**
   * The class with the highest score.
   *
   * @return the class
   */
  public ClassScore best() {
    return top.get(0);
  }

  /**
   * A class and its score.
   *
   * @param label the index of the class
   * @param name the name of the class
   * @param score the score, for one label an image a probability
   */
  public record ClassScore(int label, String name, float score) {}
}
