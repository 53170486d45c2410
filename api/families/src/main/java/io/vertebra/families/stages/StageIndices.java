package io.vertebra.families.stages;

import io.vertebra.api.options.IntList;
import java.util.List;

/** Reads options that name stages. */
public final class StageIndices {
  private StageIndices() {}

  /**
   * Checks {@code out_indices} and counts negative ones from the end.
   *
   * @param outIndices the stages whose output is a feature, from 0; -1 is the last
   * @param stages how many stages there are
   * @return the same stages, counted from the first
   * @throws IllegalArgumentException if there is no such stage, or none is named
   */
  public static List<Integer> outputs(IntList outIndices, int stages) {
    if (outIndices.values().isEmpty()) {
      throw new IllegalArgumentException("out_indices is empty: name one stage or more");
    }
    for (int index : outIndices.values()) {
      if (index < -stages || index >= stages) {
        throw new IllegalArgumentException(
            "out_indices has " + index + ", but the stages are 0 to " + (stages - 1));
      }
    }
    return outIndices.values().stream().map(index -> index < 0 ? index + stages : index).toList();
  }

  /**
   * Checks {@code frozen_stages}.
   *
   * @param frozenStages how many stages stay as they are
   * @param stages how many stages there are
   * @throws IllegalArgumentException if there are fewer
   */
  public static void requireFrozen(int frozenStages, int stages) {
    if (frozenStages > stages) {
      throw new IllegalArgumentException(
          "frozen_stages is " + frozenStages + ", but there are " + stages + " stages");
    }
  }
}
