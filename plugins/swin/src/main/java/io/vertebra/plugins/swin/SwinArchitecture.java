package io.vertebra.plugins.swin;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The size of a Swin Transformer. The named ones are those of {@code
 * mmpretrain.models.SwinTransformer} and {@code SwinTransformerV2}.
 *
 * @param embedDims features of a token of the first stage; each further stage has twice as many
 * @param depths how many blocks each stage has
 * @param numHeads how many heads the attention of each stage has
 * @param extraNormEveryNBlocks after how many blocks of a stage the tokens are normalised once more
 */
public record SwinArchitecture(
    @Doc("features of a token of the first stage") @Range(min = 1) int embedDims,
    @Doc("number of blocks of each stage") @Range(min = 1) List<Integer> depths,
    @Doc("number of heads of each stage; divides its features") @Range(min = 1)
        List<Integer> numHeads,
    @Doc("for V2: after so many blocks of a stage its tokens are normalised once more; 0 for never")
        @Default("0")
        @Range(min = 0)
        @Key("extra_norm_every_n_blocks")
        int extraNormEveryNBlocks) {
  private static final Map<String, SwinArchitecture> NAMED = named();

  /** Checks that the lists fit each other. */
  public SwinArchitecture {
    depths = List.copyOf(depths);
    numHeads = List.copyOf(numHeads);
    if (depths.isEmpty() || depths.size() != numHeads.size()) {
      throw new IllegalArgumentException(
          "depths names %d stages and num_heads %d: name as many in both, one at least"
              .formatted(depths.size(), numHeads.size()));
    }
  }

  private static Map<String, SwinArchitecture> named() {
    Map<String, SwinArchitecture> named = new TreeMap<>();
    put(named, of(96, 6, 2, 3, 0), "t", "tiny");
    put(named, of(96, 18, 2, 3, 0), "s", "small");
    put(named, of(128, 18, 2, 4, 0), "b", "base");
    put(named, of(192, 18, 2, 6, 0), "l", "large");
    put(named, of(352, 18, 2, 8, 6), "h", "huge");
    put(named, of(512, 42, 4, 16, 6), "g", "giant");
    return named;
  }

  /** All have two blocks in the first two stages, and heads that double from stage to stage. */
  private static SwinArchitecture of(int dims, int third, int fourth, int heads, int extraNorm) {
    return new SwinArchitecture(
        dims,
        List.of(2, 2, third, fourth),
        List.of(heads, 2 * heads, 4 * heads, 8 * heads),
        extraNorm);
  }

  private static void put(
      Map<String, SwinArchitecture> named, SwinArchitecture architecture, String... names) {
    for (String name : names) {
      named.put(name, architecture);
    }
  }

  /**
   * Finds an architecture by its name, whose case does not count.
   *
   * @param name the name, for example {@code tiny}
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that name
   */
  @Shorthand
  public static SwinArchitecture of(String name) {
    SwinArchitecture found = NAMED.get(name.toLowerCase(Locale.ROOT));
    if (found == null) {
      throw new IllegalArgumentException(
          "arch is '"
              + name
              + "', but must be one of "
              + NAMED.keySet()
              + " or a mapping with embed_dims, depths and num_heads");
    }
    return found;
  }

  int stages() {
    return depths.size();
  }

  /** How many blocks stand before those of a stage. */
  int blocksBefore(int stage) {
    return depths.subList(0, stage).stream().mapToInt(Integer::intValue).sum();
  }
}
