package io.vertebra.engine.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a classifier says of an image.
 *
 * @param image what the image is called
 * @param tasks for each task by its name the classes with the highest scores, highest first, one at
 *     least; where there is one task alone, it has no name
 */
public record Prediction(String image, Map<String, List<ClassScore>> tasks) {
  /** Makes a prediction of one class at least for each task. */
  public Prediction {
    Map<String, List<ClassScore>> copies = new LinkedHashMap<>();
    tasks.forEach((task, top) -> copies.put(task, List.copyOf(top)));
    tasks = Collections.unmodifiableMap(copies);
    if (tasks.isEmpty() || tasks.values().stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a prediction names one class at least for each task");
    }
  }

  /**
   * Makes a prediction of one task.
   *
   * @param image what the image is called
   * @param top the classes with the highest scores, highest first; one at least
   */
  public Prediction(String image, List<ClassScore> top) {
    this(image, Map.of("", top));
  }

  /**
   * The classes with the highest scores, of several tasks those of the first one.
   *
   * @return the classes, highest first
   */
  public List<ClassScore> top() {
    return tasks.values().iterator().next();
  }

  /**
   * The class with the highest score, of several tasks that of the first one.
   *
   * @return the class
   */
  public ClassScore best() {
    return top().get(0);
  }

  /**
   * Whether it is one of several tasks, which have names.
   *
   * @return false for plain classification
   */
  public boolean hasTasks() {
    return !tasks.containsKey("");
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
