package io.vertebra.plugins.efficientnet;

import io.vertebra.api.options.Key;
import io.vertebra.nn.Channels;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of {@link EfficientNet}: one small network, widened and deepened (table 1 of the paper
 * and its code), and that of the Edge TPU.
 */
public enum Scale {
  /** The smallest. */
  @Key("b0")
  B0(1.0, 1.0, /* edge= */ false),
  /** For images of 240 x 240. */
  @Key("b1")
  B1(1.0, 1.1, /* edge= */ false),
  /** For images of 260 x 260. */
  @Key("b2")
  B2(1.1, 1.2, /* edge= */ false),
  /** For images of 300 x 300. */
  @Key("b3")
  B3(1.2, 1.4, /* edge= */ false),
  /** For images of 380 x 380. */
  @Key("b4")
  B4(1.4, 1.8, /* edge= */ false),
  /** For images of 456 x 456. */
  @Key("b5")
  B5(1.6, 2.2, /* edge= */ false),
  /** For images of 528 x 528. */
  @Key("b6")
  B6(1.8, 2.6, /* edge= */ false),
  /** For images of 600 x 600. */
  @Key("b7")
  B7(2.0, 3.1, /* edge= */ false),
  /** For images of 672 x 672. */
  @Key("b8")
  B8(2.2, 3.6, /* edge= */ false),
  /** For images of 800 x 800. */
  @Key("l2")
  L2(4.3, 5.3, /* edge= */ false),
  /** The smallest of the Edge TPU. */
  @Key("es")
  ES(1.0, 1.0, /* edge= */ true),
  /** That of the Edge TPU for images of 240 x 240. */
  @Key("em")
  EM(1.0, 1.1, /* edge= */ true),
  /** That of the Edge TPU for images of 300 x 300. */
  @Key("el")
  EL(1.2, 1.4, /* edge= */ true);

  private static final int STEM_CHANNELS = 32;
  private static final int LAST_CHANNELS = 1280;

  private final double width;
  private final double depth;
  private final boolean edge;

  Scale(double width, double depth, boolean edge) {
    this.width = width;
    this.depth = depth;
    this.edge = edge;
  }

  int stemChannels() {
    return widened(STEM_CHANNELS);
  }

  int lastChannels() {
    return widened(LAST_CHANNELS);
  }

  private int widened(int channels) {
    return Channels.divisible(channels * width, 8);
  }

  /** The rows of each stage, widened and deepened; a stage begins where the first stride is 2. */
  List<List<Row>> stages() {
    List<List<Row>> stages = new ArrayList<>();
    for (Row row : edge ? Rows.EDGE : Rows.PAPER) {
      if (stages.isEmpty() || row.stride() != 1) {
        stages.add(new ArrayList<>());
      }
      stages.get(stages.size() - 1).add(row.scaled(widened(row.out()), depth));
    }
    return stages;
  }

  /** How many blocks there are. */
  int blocks() {
    return stages().stream().flatMap(List::stream).mapToInt(Row::blocks).sum();
  }

  /**
   * Blocks of one kind.
   *
   * @param kernel height and width of the window
   * @param out channels
   * @param squeeze how many times fewer channels than at the input the gate has within; 0 for none
   * @param stride that of the first block
   * @param expansion how much wider blocks are within
   * @param edge whether blocks have dense convolutions
   * @param blocks how many
   */
  record Row(
      int kernel, int out, int squeeze, int stride, int expansion, boolean edge, int blocks) {
    private Row scaled(int channels, double depth) {
      return new Row(
          kernel, channels, squeeze, stride, expansion, edge, (int) Math.ceil(depth * blocks));
    }
  }

  /** The rows before they are scaled. */
  private static final class Rows {
    static final List<Row> PAPER =
        List.of(
            new Row(3, 16, 4, 1, 1, false, 1),
            new Row(3, 24, 4, 2, 6, false, 2),
            new Row(5, 40, 4, 2, 6, false, 2),
            new Row(3, 80, 4, 2, 6, false, 3),
            new Row(5, 112, 4, 1, 6, false, 3),
            new Row(5, 192, 4, 2, 6, false, 4),
            new Row(3, 320, 4, 1, 6, false, 1));

    static final List<Row> EDGE =
        List.of(
            new Row(3, 24, 0, 1, 3, true, 1),
            new Row(3, 32, 0, 2, 8, true, 2),
            new Row(3, 48, 0, 2, 8, true, 4),
            new Row(5, 96, 0, 2, 8, false, 5),
            new Row(5, 144, 0, 1, 8, false, 4),
            new Row(5, 192, 0, 2, 8, false, 2));

    private Rows() {}
  }
}
