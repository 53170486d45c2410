package io.vertebra.plugins.hooks;

import io.vertebra.api.train.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds up how long phases took, and shows it as a table. */
final class PhaseTable {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int PERCENT = 100;

  private final Map<Phase, Sum> sums = new EnumMap<>(Phase.class);

  void add(Phase phase, long nanos) {
    sums.computeIfAbsent(phase, key -> new Sum()).add(nanos);
  }

  /** The lines of the table, the heading first; phases that never were have none. */
  List<String> lines() {
    long all = sums.values().stream().mapToLong(sum -> sum.nanos).sum();
    List<String> lines = new ArrayList<>();
    lines.add(row("phase", "seconds", "share", "times", "mean ms", "longest ms"));
    sums.forEach((phase, sum) -> lines.add(sum.line(phase, all)));
    lines.add(row("all", fixed(all / NANOS_PER_SECOND), "100.0%", "", "", ""));
    return lines;
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-10s %10s %7s %8s %10s %10s", cells).stripTrailing();
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** The times of a phase. */
  private static final class Sum {
    private long nanos;
    private long longest;
    private int times;

    void add(long more) {
      nanos += more;
      longest = Math.max(longest, more);
      times++;
    }

    String line(Phase phase, long all) {
      return row(
          phase.name().toLowerCase(Locale.ROOT),
          fixed(nanos / NANOS_PER_SECOND),
          String.format(Locale.ROOT, "%.1f%%", PERCENT * (double) nanos / all),
          times,
          fixed(nanos / NANOS_PER_MILLI / times),
          fixed(longest / NANOS_PER_MILLI));
    }
  }
}
