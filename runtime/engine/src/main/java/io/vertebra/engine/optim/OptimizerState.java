package io.vertebra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What training remembers of its updates between two batches: the slots of the optimizer, the
 * gradients of a window that is not full, and counts. This is what a resumed run needs.
 */
public final class OptimizerState {
  private static final String STEPS = "steps";

  private final ParameterGroups groups;
  private final Accumulation accumulation;
  private final UpdateGuard guard;

  /** Shows the state of these, which stay with the caller. */
  OptimizerState(ParameterGroups groups, Accumulation accumulation, UpdateGuard guard) {
    this.groups = groups;
    this.accumulation = accumulation;
    this.guard = guard;
  }

  /**
   * All arrays that are remembered, by the names that they have in checkpoints, sharing their
   * memory.
   *
   * @param batches finished batches of the run
   * @param owner owns the arrays
   * @return the arrays by name
   */
  public Map<String, NDArray> arrays(long batches, NDManager owner) {
    Map<String, NDArray> arrays = groups.slotArrays(owner);
    accumulation
        .pending(batches)
        .ifPresent(
            sums -> {
              List<String> names = groups.names();
              for (int i = 0; i < names.size(); i++) {
                arrays.put("accumulated/" + names.get(i), sums.get(owner, i));
              }
            });
    return arrays;
  }

  /** Lets all that is remembered lie in memory as the parameters do, which were moved. */
  public void followLayout() {
    groups.groups().forEach(GroupState::layOutSlots);
    accumulation.layOutAs(groups.parameters());
  }

  /**
   * Goes on after a number of batches and updates, as a resumed run does.
   *
   * @param batches finished batches
   * @param updates finished updates
   */
  public void resumeAt(long batches, long updates) {
    accumulation.resumeAt(batches);
    groups.groups().forEach(group -> group.resumeAt(updates));
  }

  /**
   * What is remembered beside arrays and finished updates.
   *
   * @return names to numbers, texts, truth values, or lists and maps of these
   */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>(guard.state());
    values.put(STEPS, groups.groups().stream().map(GroupState::step).toList());
    return values;
  }

  /**
   * Takes back what {@link #values} gave.
   *
   * @param values those of the saved run; nothing is restored of what they lack
   */
  public void restore(Map<String, Object> values) {
    guard.restore(values);
    List<GroupState> present = groups.groups();
    if (values.get(STEPS) instanceof List<?> steps && steps.size() == present.size()) {
      for (int i = 0; i < steps.size(); i++) {
        present.get(i).resumeAt(((Number) steps.get(i)).longValue());
      }
    }
  }
}
