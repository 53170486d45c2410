package io.vertebra.engine.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Names the classes with the highest scores.
 *
 * @param tasks how many scores each task has by its name, in the order of the scores; empty where
 *     there is one task without a name
 * @param classes names of the classes of the task without a name, by label
 * @param taskClasses names of the classes of tasks, as far as they are known
 */
record ScoreReading(
    Map<String, Integer> tasks, List<String> classes, Map<String, List<String>> taskClasses) {
  /**
   * Reads the scores of an image.
   *
   * @param image what the image is called
   * @param scores the scores of all tasks, one after the other
   * @param topK how many classes of each task are named, 1 or more
   */
  Prediction read(String image, float[] scores, int topK) {
    if (tasks.isEmpty()) {
      return new Prediction(image, top(scores, classes, topK));
    }
    Map<String, List<Prediction.ClassScore>> read = new LinkedHashMap<>();
    int from = 0;
    for (Map.Entry<String, Integer> task : tasks.entrySet()) {
      int to = from + task.getValue();
      List<String> names = taskClasses.getOrDefault(task.getKey(), List.of());
      read.put(task.getKey(), top(Arrays.copyOfRange(scores, from, to), names, topK));
      from = to;
    }
    return new Prediction(image, read);
  }

  private static List<Prediction.ClassScore> top(float[] scores, List<String> names, int topK) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(label -> -scores[label]))
        .limit(topK)
        .map(label -> new Prediction.ClassScore(label, name(names, label), scores[label]))
        .toList();
  }

  private static String name(List<String> names, int label) {
    return label < names.size() ? names.get(label) : Integer.toString(label);
  }
}
