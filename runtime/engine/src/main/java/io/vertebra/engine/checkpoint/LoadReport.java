package io.vertebra.engine.checkpoint;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What became of the arrays of a file and of a network.
 *
 * @param file the file
 * @param naming whose names it has
 * @param arrays a line for each array, by what became of it; every outcome has a list
 */
public record LoadReport(String file, String naming, Map<Outcome, List<String>> arrays) {
  private static final int MOST_SHOWN = 8;

  /** Makes a report that does not change. */
  public LoadReport {
    Map<Outcome, List<String>> copy = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      copy.put(outcome, List.copyOf(arrays.getOrDefault(outcome, List.of())));
    }
    arrays = Collections.unmodifiableMap(copy);
  }

  /**
   * How many arrays of the network have the values of the file.
   *
   * @return the number
   */
  public int taken() {
    return arrays.get(Outcome.LOADED).size()
        + arrays.get(Outcome.RENAMED).size()
        + arrays.get(Outcome.RESIZED).size();
  }

  /**
   * How many arrays the network has.
   *
   * @return the number
   */
  public int wanted() {
    return taken()
        + arrays.get(Outcome.COMPUTED).size()
        + arrays.get(Outcome.SKIPPED).size()
        + arrays.get(Outcome.MISSING).size()
        + arrays.get(Outcome.MISMATCHED).size();
  }

  /**
   * Whether all is as it should be.
   *
   * @return false if anything is missing, unknown or of another shape
   */
  public boolean explained() {
    return Arrays.stream(Outcome.values())
        .allMatch(outcome -> outcome.explained() || arrays.get(outcome).isEmpty());
  }

  /**
   * Lists what does not fit.
   *
   * @return a paragraph for each kind of difference that is not explained; empty where there is
   *     none
   */
  public String unexplained() {
    return paragraphs(outcome -> !outcome.explained());
  }

  private String paragraphs(Predicate<Outcome> shown) {
    return Arrays.stream(Outcome.values())
        .filter(shown)
        .filter(outcome -> !arrays.get(outcome).isEmpty())
        .map(outcome -> paragraph(outcome, arrays.get(outcome)))
        .collect(joining("\n"));
  }

  private static String paragraph(Outcome outcome, List<String> lines) {
    String shown = lines.stream().limit(MOST_SHOWN).map(line -> "\n    " + line).collect(joining());
    int more = lines.size() - MOST_SHOWN;
    return "  %d %s:%s%s"
        .formatted(
            lines.size(), outcome.title(), shown, more > 0 ? "\n    and " + more + " more" : "");
  }

  /** One line, and the differences below it. */
  @Override
  public String toString() {
    String names = naming.isEmpty() ? "" : " (names of " + naming + ")";
    int computed = arrays.get(Outcome.COMPUTED).size();
    String line =
        "%d of %d arrays come from %s%s%s"
            .formatted(
                taken(),
                wanted(),
                file,
                names,
                computed == 0 ? "" : ", " + computed + " are computed by the network");
    String differences = paragraphs(outcome -> outcome.compareTo(Outcome.COMPUTED) > 0);
    return differences.isEmpty() ? line : line + ":\n" + differences;
  }
}
