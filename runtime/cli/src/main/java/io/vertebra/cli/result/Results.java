package io.vertebra.cli.result;

import io.vertebra.api.data.Target;
import io.vertebra.api.metric.ScoreBatch;
import io.vertebra.engine.train.ImageResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was found of the images of a test. For one thread. */
public final class Results {
  private static final int BATCH = 256;

  private final List<Result> entries = new ArrayList<>();
  private Map<String, Integer> tasks = Map.of();

  /** Collects nothing yet. */
  public Results() {}

  /**
   * Takes the result of an image.
   *
   * @param result what a test found
   */
  public void add(ImageResult result) {
    tasks = result.tasks();
    entries.add(Result.of(result));
  }

  /**
   * Takes the result of an image as a file has it.
   *
   * @param result the result
   * @param ofTasks how many scores each task has; empty where there is one without a name
   * @throws IOException if it has other scores than the ones before
   */
  void add(Result result, Map<String, Integer> ofTasks) throws IOException {
    boolean first = entries.isEmpty();
    if (result.size() == 0 || (!first && result.size() != entries.get(0).size())) {
      throw new IOException(
          "'%s' has %d scores, but every image has the same number of them, 1 or more"
              .formatted(result.image(), result.size()));
    }
    if (!first && !tasks.equals(ofTasks)) {
      throw new IOException("'" + result.image() + "' has other tasks than the images before");
    }
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(ofTasks));
    entries.add(result);
  }

  /**
   * The results.
   *
   * @return one for each image, in order
   */
  public List<Result> entries() {
    return Collections.unmodifiableList(entries);
  }

  /**
   * The tasks.
   *
   * @return how many scores each task has by its name; empty where there is one without a name
   */
  public Map<String, Integer> tasks() {
    return tasks;
  }

  /**
   * Hands all scores to metrics.
   *
   * @param consumer is given batches, in order
   */
  public void forEachBatch(Consumer<ScoreBatch> consumer) {
    for (int from = 0; from < entries.size(); from += BATCH) {
      consumer.accept(batch(entries.subList(from, Math.min(entries.size(), from + BATCH))));
    }
  }

  private ScoreBatch batch(List<Result> part) {
    int classes = part.get(0).size();
    float[] scores = new float[part.size() * classes];
    for (int i = 0; i < part.size(); i++) {
      part.get(i).copyScores(scores, i * classes);
    }
    List<Target> targets = part.stream().map(Result::target).toList();
    return new ScoreBatch(scores, targets, tasks);
  }
}
