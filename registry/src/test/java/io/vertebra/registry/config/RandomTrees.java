package io.vertebra.registry.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes trees for property tests. */
final class RandomTrees {
  private static final Origin ORIGIN = Origin.of("random");
  private static final List<String> PLAIN =
      List.of("1", "-0", "1e-4", "0x1F", ".inf", "-.INF", ".nan", "true", "null", "~", "no", "010");
  private static final String CHARACTERS = "ab :#'\"\\{}[],&*!|>%@`-?\n\t=~<1.e\u00e9\u2028\uE000";

  private final Random random;

  RandomTrees(Random random) {
    this.random = random;
  }

  /** Returns a mapping of at most {@code depth} levels. */
  MappingNode mapping(int depth) {
    List<MappingNode.Entry> entries = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      entries.add(new MappingNode.Entry("k" + text(), ORIGIN, node(depth - 1)));
    }
    return new MappingNode(NodeInfo.at(ORIGIN), entries);
  }

  /** Returns a mapping with few different keys whose leaves are whole numbers. */
  MappingNode overlapping(int depth) {
    List<MappingNode.Entry> entries = new ArrayList<>();
    for (String key : List.of("a", "b", "c", "d")) {
      // Mappings and leaves have keys of their own, as a mapping may not stand over a leaf.
      if (random.nextBoolean()) {
        entries.add(new MappingNode.Entry(key, ORIGIN, number()));
      }
      if (depth > 1 && random.nextBoolean()) {
        entries.add(new MappingNode.Entry("m" + key, ORIGIN, overlapping(depth - 1)));
      }
    }
    return new MappingNode(NodeInfo.at(ORIGIN), entries);
  }

  private ConfigNode node(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      return mapping(depth);
    }
    return depth > 0 && random.nextInt(3) == 0 ? list(depth) : scalar();
  }

  private ListNode list(int depth) {
    List<ConfigNode> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(node(depth - 1));
    }
    return new ListNode(NodeInfo.at(ORIGIN), elements);
  }

  private ScalarNode scalar() {
    return random.nextBoolean()
        ? ScalarNode.plain(NodeInfo.at(ORIGIN), PLAIN.get(random.nextInt(PLAIN.size())))
        : ScalarNode.quoted(NodeInfo.at(ORIGIN), text());
  }

  private ScalarNode number() {
    return ScalarNode.plain(NodeInfo.at(ORIGIN), Integer.toString(random.nextInt(100)));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }
}
