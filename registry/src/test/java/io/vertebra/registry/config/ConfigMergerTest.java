package io.vertebra.registry.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConfigMergerTest {
  private static MappingNode merge(MappingNode base, MappingNode child) {
    Problems problems = new Problems();
    MappingNode merged = new ConfigMerger(problems).merge(base, child);
    problems.throwIfAny();
    return merged;
  }

  // Without directives, and where no mapping stands over null.
  @Test
  void mergingIsAssociative() {
    for (int seed = 0; seed < 500; seed++) {
      RandomTrees trees = new RandomTrees(new Random(seed));
      MappingNode a = trees.overlapping(3);
      MappingNode b = trees.overlapping(3);
      MappingNode c = trees.overlapping(3);
      MappingNode leftFirst = merge(merge(a, b), c);
      MappingNode rightFirst = merge(a, merge(b, c));
      assertThat(leftFirst.toObject()).as("seed %d", seed).isEqualTo(rightFirst.toObject());
      assertThat(ConfigDiff.of(leftFirst, rightFirst)).isEmpty();
    }
  }

  @Test
  void mergingWithItselfOrNothingChangesNothing() {
    for (int seed = 0; seed < 200; seed++) {
      MappingNode a = new RandomTrees(new Random(seed)).overlapping(4);
      MappingNode nothing = MappingNode.empty(Origin.of("nothing"));
      assertThat(merge(a, a).toObject()).isEqualTo(a.toObject());
      assertThat(merge(a, nothing).toObject()).isEqualTo(a.toObject());
      assertThat(merge(nothing, a).toObject()).isEqualTo(a.toObject());
    }
  }

  @Test
  void theHistoryIsNewestFirst() {
    RandomTrees trees = new RandomTrees(new Random(1));
    MappingNode merged =
        merge(merge(trees.overlapping(1), trees.overlapping(1)), trees.overlapping(1));
    assertThat(merged.history()).hasSize(2);
  }
}
