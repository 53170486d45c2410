package io.vertebra.families.residual;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a depth stands for (He et al., Deep Residual Learning for Image Recognition, 2016, table 1).
 *
 * @param branch makes the branches of the blocks
 * @param expansion how many times wider the output of a block is than its width, by default
 * @param stageBlocks how many blocks each stage has
 */
public record ResidualArchitecture(BranchFactory branch, int expansion, List<Integer> stageBlocks) {
  private static final Map<Integer, List<Integer>> SHALLOW =
      Map.of(18, List.of(2, 2, 2, 2), 34, List.of(3, 4, 6, 3));
  private static final Map<Integer, List<Integer>> DEEP =
      Map.of(50, List.of(3, 4, 6, 3), 101, List.of(3, 4, 23, 3), 152, List.of(3, 8, 36, 3));

  /** Checks that all is there. */
  public ResidualArchitecture {
    requireNonNull(branch, "branch is null");
    stageBlocks = List.copyOf(stageBlocks);
  }

  /**
   * Finds the architecture of a depth with bottlenecks: 50, 101 or 152.
   *
   * @param depth the depth
   * @param bottleneck makes the branches of the blocks
   * @return the architecture
   * @throws IllegalArgumentException if there is no such depth
   */
  public static ResidualArchitecture bottlenecks(int depth, BranchFactory bottleneck) {
    return bottlenecks(depth, Map.of(), bottleneck);
  }

  /**
   * Finds the architecture of a depth with bottlenecks: 50, 101, 152 or one of the network's own.
   *
   * @param depth the depth
   * @param more further depths, and how many blocks each of their stages has
   * @param bottleneck makes the branches of the blocks
   * @return the architecture
   * @throws IllegalArgumentException if there is no such depth
   */
  public static ResidualArchitecture bottlenecks(
      int depth, Map<Integer, List<Integer>> more, BranchFactory bottleneck) {
    return new ResidualArchitecture(bottleneck, 4, blocksOf(depth, DEEP, more));
  }

  /**
   * Finds the architecture of a depth with basic blocks: 18 or 34; or with bottlenecks: 50, 101 or
   * 152.
   *
   * @param depth the depth
   * @param basic makes the branches of the shallow ones
   * @param bottleneck makes the branches of the deep ones
   * @return the architecture
   * @throws IllegalArgumentException if there is no such depth
   */
  public static ResidualArchitecture ofDepth(
      int depth, BranchFactory basic, BranchFactory bottleneck) {
    if (SHALLOW.containsKey(depth)) {
      return new ResidualArchitecture(basic, 1, SHALLOW.get(depth));
    }
    return new ResidualArchitecture(bottleneck, 4, blocksOf(depth, DEEP, SHALLOW));
  }

  @SafeVarargs
  private static List<Integer> blocksOf(int depth, Map<Integer, List<Integer>>... known) {
    TreeSet<Integer> depths = new TreeSet<>();
    for (Map<Integer, List<Integer>> some : known) {
      if (some.containsKey(depth)) {
        return some.get(depth);
      }
      depths.addAll(some.keySet());
    }
    throw new IllegalArgumentException("depth is " + depth + ", but must be one of " + depths);
  }
}
