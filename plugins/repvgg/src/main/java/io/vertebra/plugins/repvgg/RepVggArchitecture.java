package io.vertebra.plugins.repvgg;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.NamedValues;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The size of a RepVGG. The named ones are those of {@code mmpretrain.models.RepVGG}.
 *
 * @param numBlocks how many blocks each stage has
 * @param widthFactor how many times wider each stage is than the base
 * @param groupLayerMap the number of a block, from 1, to its groups; blocks that are not named have
 *     one
 * @param seCfg how blocks weigh their channels
 * @param stemChannels the most channels that the stem gives
 */
public record RepVggArchitecture(
    @Doc("number of blocks of each stage") @Range(min = 1) List<Integer> numBlocks,
    @Doc("how many times wider each stage is than the base") @Range(min = 0)
        List<Double> widthFactor,
    @Doc("number of a block, from 1, to its groups; others have one")
        Optional<Map<String, Integer>> groupLayerMap,
    @Doc("how blocks weigh their channels; not where it is left out") Optional<RepVggSqueeze> seCfg,
    @Doc("the most channels that the stem gives") @Default("64") @Range(min = 1) int stemChannels) {
  private static final List<Integer> A_BLOCKS = List.of(2, 4, 14, 1);
  private static final List<Integer> B_BLOCKS = List.of(4, 6, 16, 1);
  private static final List<Integer> D_BLOCKS = List.of(8, 14, 24, 1);
  private static final int STEM = 64;

  private static final List<Double> B1_WIDTHS = List.of(2.0, 2.0, 2.0, 4.0);
  private static final List<Double> B2_WIDTHS = List.of(2.5, 2.5, 2.5, 5.0);
  private static final List<Double> B3_WIDTHS = List.of(3.0, 3.0, 3.0, 5.0);

  private static final NamedValues<RepVggArchitecture> NAMED =
      new NamedValues<RepVggArchitecture>("arch", "num_blocks and width_factor")
          .with(plain(A_BLOCKS, List.of(0.75, 0.75, 0.75, 2.5)), "A0")
          .with(plain(A_BLOCKS, List.of(1.0, 1.0, 1.0, 2.5)), "A1")
          .with(plain(A_BLOCKS, List.of(1.5, 1.5, 1.5, 2.75)), "A2")
          .with(plain(B_BLOCKS, List.of(1.0, 1.0, 1.0, 2.5)), "B0")
          .with(plain(B_BLOCKS, B1_WIDTHS), "B1")
          .with(grouped(B1_WIDTHS, 2), "B1g2")
          .with(grouped(B1_WIDTHS, 4), "B1g4")
          .with(plain(B_BLOCKS, B2_WIDTHS), "B2")
          .with(grouped(B2_WIDTHS, 2), "B2g2")
          .with(grouped(B2_WIDTHS, 4), "B2g4")
          .with(plain(B_BLOCKS, B3_WIDTHS), "B3")
          .with(grouped(B3_WIDTHS, 2), "B3g2")
          .with(grouped(B3_WIDTHS, 4), "B3g4")
          .with(
              new RepVggArchitecture(
                  D_BLOCKS,
                  B2_WIDTHS,
                  Optional.empty(),
                  Optional.of(new RepVggSqueeze(16, 1)),
                  STEM),
              "D2se")
          .with(
              new RepVggArchitecture(
                  List.of(3, 5, 7, 3),
                  List.of(1.0, 1.0, 1.0, 1.0),
                  Optional.empty(),
                  Optional.empty(),
                  32),
              "yolox-pai-small");

  /** Checks that both lists are of the same stages. */
  public RepVggArchitecture {
    numBlocks = List.copyOf(numBlocks);
    widthFactor = List.copyOf(widthFactor);
    groupLayerMap = groupLayerMap.map(Map::copyOf);
    if (numBlocks.size() != widthFactor.size() || numBlocks.isEmpty()) {
      throw new IllegalArgumentException(
          "arch has %d num_blocks and %d width_factor, but needs one of each for each stage"
              .formatted(numBlocks.size(), widthFactor.size()));
    }
    requireBlocks(groupLayerMap, numBlocks.stream().mapToInt(Integer::intValue).sum());
  }

  private static void requireBlocks(Optional<Map<String, Integer>> groups, int blocks) {
    List<String> known = IntStream.rangeClosed(1, blocks).mapToObj(Integer::toString).toList();
    List<String> unknown = new ArrayList<>(groups.map(Map::keySet).orElse(new TreeSet<>()));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "group_layer_map has " + unknown + ", but the blocks are 1 to " + blocks);
    }
  }

  private static RepVggArchitecture plain(List<Integer> blocks, List<Double> widths) {
    return new RepVggArchitecture(blocks, widths, Optional.empty(), Optional.empty(), STEM);
  }

  /** Every second of the first 26 blocks has groups. */
  private static RepVggArchitecture grouped(List<Double> widths, int groups) {
    Map<String, Integer> map =
        IntStream.rangeClosed(1, 13)
            .mapToObj(i -> Integer.toString(2 * i))
            .collect(Collectors.toMap(Function.identity(), number -> groups));
    return new RepVggArchitecture(B_BLOCKS, widths, Optional.of(map), Optional.empty(), STEM);
  }

  /**
   * Finds an architecture by its name.
   *
   * @param name the name, for example {@code B1g2}
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that name
   */
  @Shorthand
  public static RepVggArchitecture of(String name) {
    return NAMED.get(name);
  }

  /** The groups of a block, counted from 1 over all stages. */
  int groups(int block) {
    return groupLayerMap.map(map -> map.getOrDefault(Integer.toString(block), 1)).orElse(1);
  }
}
