package io.vertebra.plugins.efficientnet;

import io.vertebra.api.options.Key;
import java.util.List;

/**
 * The sizes of {@link EfficientNetV2} (table 4 of the paper, and its code), first stages to last.
 */
public enum V2Architecture {
  /** The small one. */
  @Key("s")
  S(24, 1280),
  /** Another name of the small one. */
  @Key("small")
  SMALL(24, 1280),
  /** The medium one. */
  @Key("m")
  M(24, 1280),
  /** Another name of the medium one. */
  @Key("medium")
  MEDIUM(24, 1280),
  /** The large one. */
  @Key("l")
  L(32, 1280),
  /** Another name of the large one. */
  @Key("large")
  LARGE(32, 1280),
  /** The largest. */
  @Key("xl")
  XL(32, 1280),
  /** Of the size of EfficientNet-B0. */
  @Key("b0")
  B0(32, 1280),
  /** Of the size of EfficientNet-B1. */
  @Key("b1")
  B1(32, 1280),
  /** Of the size of EfficientNet-B2. */
  @Key("b2")
  B2(32, 1408),
  /** Of the size of EfficientNet-B3. */
  @Key("b3")
  B3(40, 1536);

  private final int stemChannels;
  private final int lastChannels;

  V2Architecture(int stemChannels, int lastChannels) {
    this.stemChannels = stemChannels;
    this.lastChannels = lastChannels;
  }

  List<Row> rows() {
    return switch (this) {
      case S, SMALL -> Tables.SMALL;
      case M, MEDIUM -> Tables.MEDIUM;
      case L, LARGE -> Tables.LARGE;
      case XL -> Tables.XLARGE;
      case B0 -> Tables.B0;
      case B1 -> Tables.B1;
      case B2 -> Tables.B2;
      case B3 -> Tables.B3;
    };
  }

  int stemChannels() {
    return stemChannels;
  }

  int lastChannels() {
    return lastChannels;
  }

  /** How many stages there are: the stem, those of blocks, the last convolution. */
  int stages() {
    return rows().size() + 2;
  }

  /** How many blocks there are. */
  int blocks() {
    return rows().stream().mapToInt(Row::blocks).sum();
  }

  /** The kinds of blocks. */
  enum Kind {
    /** One convolution. */
    CONVOLUTION,
    /** A dense convolution to more channels, and a pointwise one to fewer. */
    FUSED,
    /** An inverted residual with squeeze-and-excitation. */
    INVERTED
  }

  /** A stage: its blocks, how many, the first stride, how much wider they are within, channels. */
  record Row(Kind kind, int blocks, int stride, int expansion, int out) {
    static Row convolution(int blocks, int out) {
      return new Row(Kind.CONVOLUTION, blocks, 1, 1, out);
    }

    static Row fused(int blocks, int out) {
      return new Row(Kind.FUSED, blocks, 2, 4, out);
    }

    static Row inverted(int blocks, int stride, int expansion, int out) {
      return new Row(Kind.INVERTED, blocks, stride, expansion, out);
    }
  }

  private static final class Tables {
    static final List<Row> SMALL =
        List.of(
            Row.convolution(2, 24),
            Row.fused(4, 48),
            Row.fused(4, 64),
            Row.inverted(6, 2, 4, 128),
            Row.inverted(9, 1, 6, 160),
            Row.inverted(15, 2, 6, 256));

    static final List<Row> MEDIUM =
        List.of(
            Row.convolution(3, 24),
            Row.fused(5, 48),
            Row.fused(5, 80),
            Row.inverted(7, 2, 4, 160),
            Row.inverted(14, 1, 6, 176),
            Row.inverted(18, 2, 6, 304),
            Row.inverted(5, 1, 6, 512));

    static final List<Row> LARGE =
        List.of(
            Row.convolution(4, 32),
            Row.fused(7, 64),
            Row.fused(7, 96),
            Row.inverted(10, 2, 4, 192),
            Row.inverted(19, 1, 6, 224),
            Row.inverted(25, 2, 6, 384),
            Row.inverted(7, 1, 6, 640));

    static final List<Row> XLARGE =
        List.of(
            Row.convolution(4, 32),
            Row.fused(8, 64),
            Row.fused(8, 96),
            Row.inverted(16, 2, 4, 192),
            Row.inverted(24, 1, 6, 256),
            Row.inverted(32, 2, 6, 512),
            Row.inverted(8, 1, 6, 640));

    static final List<Row> B0 =
        List.of(
            Row.convolution(1, 16),
            Row.fused(2, 32),
            Row.fused(2, 48),
            Row.inverted(3, 2, 4, 96),
            Row.inverted(5, 1, 6, 112),
            Row.inverted(8, 2, 6, 192));

    static final List<Row> B1 =
        List.of(
            Row.convolution(2, 16),
            Row.fused(3, 32),
            Row.fused(3, 48),
            Row.inverted(4, 2, 4, 96),
            Row.inverted(6, 1, 6, 112),
            Row.inverted(9, 2, 6, 192));

    static final List<Row> B2 =
        List.of(
            Row.convolution(2, 16),
            Row.fused(3, 32),
            Row.fused(3, 56),
            Row.inverted(4, 2, 4, 104),
            Row.inverted(6, 1, 6, 120),
            Row.inverted(10, 2, 6, 208));

    static final List<Row> B3 =
        List.of(
            Row.convolution(2, 16),
            Row.fused(3, 40),
            Row.fused(3, 56),
            Row.inverted(5, 2, 4, 112),
            Row.inverted(7, 1, 6, 136),
            Row.inverted(12, 2, 6, 232));

    private Tables() {}
  }
}
