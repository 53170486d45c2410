package io.vertebra.registry.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the names that someone who wrote another one may have meant. */
public final class NearNames {
  private static final int MOST = 3;
  private static final int LONGEST = 100;

  private NearNames() {}

  /**
   * Returns up to three names that differ from {@code name} by few edits, nearest first: one edit
   * for every three characters, at least one; letters differing in case only are no edit.
   */
  public static List<String> of(String name, Collection<String> names) {
    if (name.length() > LONGEST) {
      return List.of();
    }
    int allowed = Math.max(1, name.length() / 3);
    return names.stream()
        .filter(each -> Math.abs(each.length() - name.length()) <= allowed)
        .filter(each -> distance(name, each) <= allowed)
        .sorted(
            Comparator.comparingInt((String each) -> distance(name, each)).thenComparing(n -> n))
        .limit(MOST)
        .toList();
  }

  /** Returns {@code did you mean `a` or `b`?}, or nothing if no name is near. */
  public static Optional<String> question(String name, Collection<String> names) {
    List<String> near = of(name, names);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(
            near.stream()
                .map(each -> "`" + each + "`")
                .collect(Collectors.joining(" or ", "did you mean ", "?")));
  }

  /**
   * Returns the optimal string alignment distance, regardless of case: how many characters have to
   * be inserted, removed, replaced or swapped with their neighbour.
   *
   * <p>Source: F. J. Damerau, "A technique for computer detection and correction of spelling
   * errors", 1964.
   */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int cheapest(int[][] edits, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
    best = Math.min(best, edits[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
