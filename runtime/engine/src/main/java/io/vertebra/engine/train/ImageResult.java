package io.vertebra.engine.train;

import io.vertebra.api.data.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a test found of one image.
 *
 * @param image its name
 * @param target what is known of it
 * @param scores the score of each class, by label; of several tasks those of one after those of the
 *     other
 * @param tasks how many scores each task has by its name, in the order of the scores; empty where
 *     there is one task without a name
 */
public record ImageResult(
    String image, Target target, List<Float> scores, Map<String, Integer> tasks) {
  /** Makes a result that does not change. */
  public ImageResult {
    scores = List.copyOf(scores);
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
  }
}
