package io.vertebra.api.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is known to be true of a sample. Immutable. */
public sealed interface Target {
  /** Nothing is known. */
  Target UNKNOWN = new Unknown();

  /**
   * The classes that the sample is known to have, for counts and for samplers that balance classes.
   *
   * @return class indices in ascending order; those of all tasks together are not told
   */
  List<Integer> labels();

  /**
   * Makes the target of a sample of one class.
   *
   * @param label the index of the class, 0 or more
   * @return the target
   */
  static Target of(int label) {
    return new OneLabel(label);
  }

  /**
   * Makes the target of a sample of one class, or of none that is known.
   *
   * @param label the index of the class, or empty where it is not known
   * @return the target
   */
  static Target of(OptionalInt label) {
    return label.isPresent() ? of(label.getAsInt()) : UNKNOWN;
  }

  /**
   * Makes the target of a sample of any number of classes.
   *
   * @param classes how many classes there are
   * @param labels the indices of the classes that the sample has; of all others it has none
   * @return the target
   * @throws IllegalArgumentException if there is no such class
   */
  static ManyLabels ofLabels(int classes, Collection<Integer> labels) {
    float[] scores = new float[classes];
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "there is no class %d: expected 0 to %d".formatted(label, classes - 1));
      }
      scores[label] = 1;
    }
    return new ManyLabels(scores);
  }

  /** No class is known. */
  record Unknown() implements Target {
    @Override
    public List<Integer> labels() {
      return List.of();
    }
  }

  /**
   * One of several classes.
   *
   * @param label the index of the class, 0 or more
   */
  record OneLabel(int label) implements Target {
    /** Checks the index. */
    public OneLabel {
      if (label < 0) {
        throw new IllegalArgumentException("a label is 0 or more, but this is " + label);
      }
    }

    @Override
    public List<Integer> labels() {
      return List.of(label);
    }
  }

  /** How much of each class a sample has: 1 all, 0 nothing, -1 not known and not to be counted. */
  final class ManyLabels implements Target {
    // Of thousands of classes a sample has a few, so only what is not 0 is kept.
    private final int classes;
    private final int[] nonZero;
    private final float[] scores;

    /**
     * Makes a target.
     *
     * @param scores a value for each class, copied
     */
    public ManyLabels(float... scores) {
      classes = scores.length;
      nonZero = IntStream.range(0, classes).filter(label -> scores[label] != 0).toArray();
      this.scores = new float[nonZero.length];
      for (int i = 0; i < nonZero.length; i++) {
        this.scores[i] = scores[nonZero[i]];
      }
    }

    /**
     * How many classes there are.
     *
     * @return the number
     */
    public int classes() {
      return classes;
    }

    /**
     * How much of a class the sample has.
     *
     * @param label the index of the class
     * @return 0 to 1, or -1 where it is not known
     */
    public float score(int label) {
      int place = Arrays.binarySearch(nonZero, Objects.checkIndex(label, classes));
      return place < 0 ? 0 : scores[place];
    }

    /** The classes of which the sample has anything. */
    @Override
    public List<Integer> labels() {
      return Arrays.stream(nonZero).filter(label -> score(label) > 0).boxed().toList();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ManyLabels that
          && classes == that.classes
          && Arrays.equals(nonZero, that.nonZero)
          && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * classes + Arrays.hashCode(nonZero)) + Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
      return IntStream.range(0, classes)
          .mapToObj(label -> Float.toString(score(label)))
          .collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /**
   * Several questions about one sample.
   *
   * @param targets a target for each task by its name, a task within another as {@code
   *     outer.inner}; a task that is not named is not known
   */
  record Tasks(Map<String, Target> targets) implements Target {
    /** Makes targets that do not change, none of which has tasks of its own. */
    public Tasks {
      targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
      if (targets.values().stream().anyMatch(Tasks.class::isInstance)) {
        throw new IllegalArgumentException(
            "a task within a task is named by both names with a dot between: "
                + String.join(", ", targets.keySet()));
      }
    }

    /**
     * The target of a task.
     *
     * @param task its name
     * @return the target, {@link #UNKNOWN} where the task is not named
     */
    public Target target(String task) {
      return targets.getOrDefault(task, UNKNOWN);
    }

    @Override
    public List<Integer> labels() {
      return List.of();
    }
  }
}
