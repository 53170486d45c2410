package io.vertebra.plugins.regnet;

import io.vertebra.api.options.Doc;
import io.vertebra.api.options.NamedValues;
import io.vertebra.api.options.Range;
import io.vertebra.api.options.Shorthand;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that the widths and depths of a RegNet follow from (Radosavovic et al., Designing
 * Network Design Spaces, 2020, section 3.3). The named ones are those of {@code
 * mmpretrain.models.RegNet}.
 *
 * @param w0 the width of the first block
 * @param wa how much wider each block is than the one before, before widths are quantised
 * @param wm the ratio between the widths of stages
 * @param groupW channels of a group
 * @param depth how many blocks there are
 * @param botMul the width within blocks over that without
 */
public record RegNetArchitecture(
    @Doc("width of the first block, a multiple of 8") @Range(min = 8) int w0,
    @Doc("how much wider each block is than the one before") @Range(min = 0) double wa,
    @Doc("ratio between the widths of stages, above 1") @Range(min = 1) double wm,
    @Doc("channels of a group") @Range(min = 1) int groupW,
    @Doc("number of blocks") @Range(min = 1) int depth,
    @Doc("width within blocks over that without") @Range(min = 0) double botMul) {
  private static final int QUANTUM = 8;

  private static final NamedValues<RegNetArchitecture> NAMED =
      new NamedValues<RegNetArchitecture>("arch", "w0, wa, wm, group_w, depth and bot_mul")
          .with(new RegNetArchitecture(24, 24.48, 2.54, 16, 22, 1), "regnetx_400mf")
          .with(new RegNetArchitecture(56, 35.73, 2.28, 16, 16, 1), "regnetx_800mf")
          .with(new RegNetArchitecture(80, 34.01, 2.25, 24, 18, 1), "regnetx_1.6gf")
          .with(new RegNetArchitecture(88, 26.31, 2.25, 48, 25, 1), "regnetx_3.2gf")
          .with(new RegNetArchitecture(96, 38.65, 2.43, 40, 23, 1), "regnetx_4.0gf")
          .with(new RegNetArchitecture(184, 60.83, 2.07, 56, 17, 1), "regnetx_6.4gf")
          .with(new RegNetArchitecture(80, 49.56, 2.88, 120, 23, 1), "regnetx_8.0gf")
          .with(new RegNetArchitecture(168, 73.36, 2.37, 112, 19, 1), "regnetx_12gf");

  /** Checks what spans numbers. */
  public RegNetArchitecture {
    if (w0 % QUANTUM != 0) {
      throw new IllegalArgumentException("w0 is " + w0 + ", but must be a multiple of 8");
    }
    if (!(wm > 1 && botMul > 0)) {
      throw new IllegalArgumentException(
          "wm is " + wm + " and bot_mul " + botMul + ", but wm must be above 1, bot_mul above 0");
    }
  }

  /**
   * Finds an architecture by its name.
   *
   * @param name the name, for example {@code regnetx_400mf}
   * @return the architecture
   * @throws IllegalArgumentException if there is none of that name
   */
  @Shorthand
  public static RegNetArchitecture of(String name) {
    return NAMED.get(name);
  }

  /** The stages: blocks of the same quantised width. */
  List<RegNetStage> stages() {
    List<RegNetStage> stages = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= depth; i++) {
      if (i == depth || width(i) != width(begin)) {
        stages.add(stage(width(begin), i - begin));
        begin = i;
      }
    }
    return stages;
  }

  private int width(int block) {
    double power = Math.rint(Math.log((block * wa + w0) / w0) / Math.log(wm));
    return (int) (Math.rint(w0 * Math.pow(wm, power) / QUANTUM) * QUANTUM);
  }

  /** Makes the width within blocks a multiple of that of groups. */
  private RegNetStage stage(int width, int blocks) {
    int inner = (int) (width * botMul);
    int group = Math.min(groupW, inner);
    int fitting = (int) Math.rint((double) inner / group) * group;
    return new RegNetStage((int) (fitting / botMul), fitting, fitting / group, blocks);
  }
}
