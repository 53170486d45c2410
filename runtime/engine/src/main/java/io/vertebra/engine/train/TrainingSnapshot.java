package io.vertebra.engine.train;

import io.vertebra.api.train.Hook;
import io.vertebra.engine.model.MemoryFormat;
import io.vertebra.engine.optim.GroupState;
import io.vertebra.engine.optim.ScheduleRunners;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run remembers beside its arrays, as a checkpoint holds it: numbers, texts, lists and maps
 * alone.
 */
final class TrainingSnapshot {
  private static final String SEED = "seed";
  private static final String THREADS = "threads";
  private static final String LIBRARY = "pytorch";
  private static final String FORMAT = "memory_format";
  private static final String PRECISION = "precision";
  private static final String UPDATES = "updates";
  private static final String OPTIMIZER = "optimizer";
  private static final String GROUPS = "groups";
  private static final String MAX_ITERATIONS = "max_iterations";
  private static final String SCHEDULES = "schedules";
  private static final String HOOKS = "hooks";
  private static final String HOOK_CLASS = "class";
  private static final String HOOK_STATE = "state";

  private final Map<String, Object> values;

  /**
   * Reads a snapshot.
   *
   * @param values what a checkpoint holds
   */
  TrainingSnapshot(Map<String, Object> values) {
    this.values = values;
  }

  /** Takes a snapshot between two iterations. */
  static Map<String, Object> take(TrainingSession session, ScheduleRunners schedules) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(SEED, session.seed());
    values.put(THREADS, session.runtime().intraOpThreads());
    values.put(LIBRARY, session.runtime().version());
    values.put(FORMAT, session.learner().state().format().label());
    values.put(PRECISION, session.precision().label());
    List<GroupState> groups = session.optimizer().groups();
    values.put(UPDATES, groups.stream().mapToLong(GroupState::step).max().orElse(0));
    values.put(OPTIMIZER, session.optimizer().state().values());
    values.put(GROUPS, groups.stream().map(group -> group.hyperParameters().values()).toList());
    values.put(MAX_ITERATIONS, session.options().iterations(session.epochLength()));
    values.put(SCHEDULES, schedules.state());
    List<Object> hooks = new ArrayList<>();
    for (Hook hook : session.hooks().hooks()) {
      hooks.add(Map.of(HOOK_CLASS, hook.getClass().getName(), HOOK_STATE, hook.state()));
    }
    values.put(HOOKS, hooks);
    return values;
  }

  /** Finished updates of the optimizer. */
  long updates() {
    return ((Number) values.getOrDefault(UPDATES, 0)).longValue();
  }

  /** What the optimizer's runner remembers; empty where it was not recorded. */
  Map<String, Object> optimizer() {
    return values.get(OPTIMIZER) instanceof Map<?, ?> state ? stringKeys(state) : Map.of();
  }

  /** The memory format of the run, where it was recorded. */
  Optional<MemoryFormat> format() {
    return Arrays.stream(MemoryFormat.values())
        .filter(format -> format.label().equals(values.get(FORMAT)))
        .findFirst();
  }

  /** The hyper-parameters of each group; empty where they were not recorded. */
  List<Map<String, Double>> groups() {
    List<Map<String, Double>> groups = new ArrayList<>();
    for (Object group : list(GROUPS)) {
      Map<String, Double> numbers = new LinkedHashMap<>();
      ((Map<?, ?>) group)
          .forEach((name, value) -> numbers.put((String) name, ((Number) value).doubleValue()));
      groups.add(numbers);
    }
    return groups;
  }

  /** The states of the schedules, in their order. */
  List<Map<String, Object>> schedules() {
    return list(SCHEDULES).stream().map(state -> stringKeys((Map<?, ?>) state)).toList();
  }

  /**
   * Gives hooks their state back: each hook that of the first hook of its class that is left.
   *
   * @return the simple names of those that had one
   */
  List<String> restoreHooks(HookList hooks) {
    List<Object> left = new ArrayList<>(list(HOOKS));
    List<String> restored = new ArrayList<>();
    for (Hook hook : hooks.hooks()) {
      for (Object saved : left) {
        Map<?, ?> entry = (Map<?, ?>) saved;
        if (hook.getClass().getName().equals(entry.get(HOOK_CLASS))) {
          left.remove(saved);
          Map<String, Object> state = stringKeys((Map<?, ?>) entry.get(HOOK_STATE));
          if (!state.isEmpty()) {
            hook.restore(state);
            restored.add(hook.getClass().getSimpleName());
          }
          break;
        }
      }
    }
    return restored;
  }

  /** What the run that goes on has otherwise, so that it will not be the same to the bit. */
  List<String> differences(TrainingSession session) {
    List<String> differences = new ArrayList<>();
    difference(differences, SEED, session.seed());
    difference(differences, MAX_ITERATIONS, session.options().iterations(session.epochLength()));
    difference(differences, THREADS, (long) session.runtime().intraOpThreads());
    difference(differences, LIBRARY, session.runtime().version());
    difference(differences, FORMAT, session.learner().state().format().label());
    difference(differences, PRECISION, session.precision().label());
    return differences;
  }

  private void difference(List<String> differences, String key, Object now) {
    Object before = values.get(key);
    if (before != null && !before.equals(now)) {
      differences.add("%s is %s, and was %s".formatted(key, now, before));
    }
  }

  private List<?> list(String key) {
    return values.get(key) instanceof List<?> list ? list : List.of();
  }

  private static Map<String, Object> stringKeys(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, value));
    return copy;
  }
}
