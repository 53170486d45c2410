package io.vertebra.plugins.mobilenet;

import io.vertebra.api.options.Key;
import java.util.List;

/**
 * The sizes of {@link MobileNetV3} (tables 1 and 2 of the paper), and narrower ones of timm and
 * MMPretrain.
 */
public enum MobileNetV3Architecture {
  /** The small one. */
  @Key("small")
  SMALL,
  /** The small one with three quarters of the channels. */
  @Key("small_075")
  SMALL_075,
  /** The small one with half of the channels. */
  @Key("small_050")
  SMALL_050,
  /** The large one. */
  @Key("large")
  LARGE;

  /** The blocks, first to last. */
  List<Row> rows() {
    return switch (this) {
      case SMALL -> Rows.SMALL;
      case SMALL_075 -> Rows.SMALL_075;
      case SMALL_050 -> Rows.SMALL_050;
      case LARGE -> Rows.LARGE;
    };
  }

  /** How many blocks follow each other at one width of the large and the small network. */
  List<Integer> blocksOfStages() {
    return this == LARGE ? List.of(1, 2, 3, 4, 2, 3) : List.of(1, 2, 3, 2, 3);
  }

  /** How many stages there are: the stem, the blocks, the last convolution. */
  int stages() {
    return rows().size() + 2;
  }

  /** A row of the table: kernel, inner and output channels, stride, activation, gate. */
  record Row(int kernel, int inner, int out, int stride, boolean swish, boolean gate) {
    static Row relu(int kernel, int inner, int out, int stride) {
      return new Row(kernel, inner, out, stride, /* swish= */ false, /* gate= */ false);
    }

    static Row hardSwish(int kernel, int inner, int out, int stride) {
      return new Row(kernel, inner, out, stride, /* swish= */ true, /* gate= */ false);
    }

    Row gated() {
      return new Row(kernel, inner, out, stride, swish, /* gate= */ true);
    }
  }

  /** The tables. */
  private static final class Rows {
    static final List<Row> SMALL =
        List.of(
            Row.relu(3, 16, 16, 2).gated(),
            Row.relu(3, 72, 24, 2),
            Row.relu(3, 88, 24, 1),
            Row.hardSwish(5, 96, 40, 2).gated(),
            Row.hardSwish(5, 240, 40, 1).gated(),
            Row.hardSwish(5, 240, 40, 1).gated(),
            Row.hardSwish(5, 120, 48, 1).gated(),
            Row.hardSwish(5, 144, 48, 1).gated(),
            Row.hardSwish(5, 288, 96, 2).gated(),
            Row.hardSwish(5, 576, 96, 1).gated(),
            Row.hardSwish(5, 576, 96, 1).gated());

    static final List<Row> SMALL_075 =
        List.of(
            Row.relu(3, 16, 16, 2).gated(),
            Row.relu(3, 72, 24, 2),
            Row.relu(3, 88, 24, 1),
            Row.hardSwish(5, 96, 32, 2).gated(),
            Row.hardSwish(5, 192, 32, 1).gated(),
            Row.hardSwish(5, 192, 32, 1).gated(),
            Row.hardSwish(5, 96, 40, 1).gated(),
            Row.hardSwish(5, 120, 40, 1).gated(),
            Row.hardSwish(5, 240, 72, 2).gated(),
            Row.hardSwish(5, 432, 72, 1).gated(),
            Row.hardSwish(5, 432, 72, 1).gated());

    static final List<Row> SMALL_050 =
        List.of(
            Row.relu(3, 16, 8, 2).gated(),
            Row.relu(3, 40, 16, 2),
            Row.relu(3, 56, 16, 1),
            Row.hardSwish(5, 64, 24, 2).gated(),
            Row.hardSwish(5, 144, 24, 1).gated(),
            Row.hardSwish(5, 144, 24, 1).gated(),
            Row.hardSwish(5, 72, 24, 1).gated(),
            Row.hardSwish(5, 72, 24, 1).gated(),
            Row.hardSwish(5, 144, 48, 2).gated(),
            Row.hardSwish(5, 288, 48, 1).gated(),
            Row.hardSwish(5, 288, 48, 1).gated());

    static final List<Row> LARGE =
        List.of(
            Row.relu(3, 16, 16, 1),
            Row.relu(3, 64, 24, 2),
            Row.relu(3, 72, 24, 1),
            Row.relu(5, 72, 40, 2).gated(),
            Row.relu(5, 120, 40, 1).gated(),
            Row.relu(5, 120, 40, 1).gated(),
            Row.hardSwish(3, 240, 80, 2),
            Row.hardSwish(3, 200, 80, 1),
            Row.hardSwish(3, 184, 80, 1),
            Row.hardSwish(3, 184, 80, 1),
            Row.hardSwish(3, 480, 112, 1).gated(),
            Row.hardSwish(3, 672, 112, 1).gated(),
            Row.hardSwish(5, 672, 160, 2).gated(),
            Row.hardSwish(5, 960, 160, 1).gated(),
            Row.hardSwish(5, 960, 160, 1).gated());

    private Rows() {}
  }
}
