package io.vertebra.plugins.hooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The best figure of each metric so far, and the checkpoint that it came from. */
final class BestCheckpoints {
  private static final String SCORE = "score";
  private static final String CHECKPOINT = "checkpoint";

  private final Map<String, Best> bests = new LinkedHashMap<>();

  boolean isImprovedBy(String metric, double figure, ComparisonRule rule) {
    Best best = bests.get(metric);
    return rule.isBetter(figure, best == null ? rule.worst() : best.score());
  }

  /** Takes note of a better figure, and gives the name of the checkpoint that is outdone. */
  Optional<String> put(String metric, double figure, String checkpoint) {
    Best old = bests.put(metric, new Best(figure, checkpoint));
    return Optional.ofNullable(old).map(Best::checkpoint).filter(name -> !name.equals(checkpoint));
  }

  Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    bests.forEach(
        (metric, best) ->
            state.put(metric, Map.of(SCORE, best.score(), CHECKPOINT, best.checkpoint())));
    return state;
  }

  void restore(Map<?, ?> state) {
    bests.clear();
    state.forEach((metric, value) -> bests.put((String) metric, best((Map<?, ?>) value)));
  }

  private static Best best(Map<?, ?> state) {
    return new Best(((Number) state.get(SCORE)).doubleValue(), (String) state.get(CHECKPOINT));
  }

  private record Best(double score, String checkpoint) {}
}
