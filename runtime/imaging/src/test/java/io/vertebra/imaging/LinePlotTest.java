package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LinePlotTest {
  private static final List<Double> PLACES = List.of(0.0, 1.0, 2.0);

  @Test
  void eachCurveHasAPanelOfItsOwn() {
    LinePlot plot = new LinePlot("epoch");
    BufferedImage one = plot.paint(List.of(falling()));
    BufferedImage two = plot.paint(List.of(falling(), constant()));
    assertThat(two.getWidth()).isEqualTo(one.getWidth());
    assertThat(two.getHeight()).isEqualTo(2 * one.getHeight());
  }

  @Test
  void aCurveIsDrawnFromUpperLeftToLowerRightAsItFalls() {
    BufferedImage picture = new LinePlot("epoch").paint(List.of(falling()));
    int middle = picture.getWidth() / 2;
    int left = blueRow(picture, picture.getWidth() / 5);
    assertThat(left).isPositive();
    assertThat(left).isLessThan(blueRow(picture, middle));
    assertThat(blueRow(picture, middle)).isLessThan(blueRow(picture, picture.getWidth() * 4 / 5));
  }

  @Test
  void aConstantIsDrawnToo() {
    BufferedImage picture = new LinePlot("epoch").paint(List.of(constant()));
    assertThat(blueRow(picture, picture.getWidth() / 2)).isPositive();
  }

  @Test
  void aSinglePointIsDrawnToo() {
    LinePlot.Curve point = new LinePlot.Curve("lr", List.of(3.0), List.of(0.1));
    BufferedImage picture = new LinePlot("epoch").paint(List.of(point));
    assertThat(
            IntStream.range(0, picture.getWidth()).filter(column -> blueRow(picture, column) > 0))
        .isNotEmpty();
  }

  @Test
  void curvesOfAPanelShareItsScaleAndDifferInColour() {
    LinePlot.Curve high = new LinePlot.Curve("b", PLACES, List.of(9.0, 9.0, 10.0));
    BufferedImage picture =
        new LinePlot("epoch")
            .paintPanels(List.of(new LinePlot.Panel("lr", List.of(falling(), high))));
    int middle = picture.getWidth() / 2;
    assertThat(blueRow(picture, middle)).isGreaterThan(picture.getHeight() / 2);
    assertThat(redRow(picture, middle)).isBetween(1, picture.getHeight() / 2);
  }

  @Test
  void panelsHaveTheSameAxisAndNamesTheSameColour() {
    LinePlot.Curve early = new LinePlot.Curve("a", List.of(0.0, 1.0), List.of(1.0, 2.0));
    LinePlot.Curve late = new LinePlot.Curve("b", List.of(3.0, 4.0), List.of(1.0, 2.0));
    BufferedImage picture =
        new LinePlot("epoch")
            .paintPanels(
                List.of(
                    new LinePlot.Panel("loss", List.of(early, late)),
                    new LinePlot.Panel("accuracy", List.of(late))));
    int left = picture.getWidth() / 5;
    int right = picture.getWidth() * 9 / 10;
    BufferedImage second =
        picture.getSubimage(
            0, picture.getHeight() / 2 + 50, picture.getWidth(), picture.getHeight() / 2 - 50);

    assertThat(blueRow(picture, left)).isPositive();
    assertThat(redRow(second, left)).isNegative();
    assertThat(redRow(second, right)).isPositive();
    assertThat(blueRow(second, right)).isNegative();
  }

  @Test
  void aPanelNeedsACurve() {
    assertThatThrownBy(() -> new LinePlot.Panel("loss", List.of()))
        .hasMessage("there is no curve of loss");
  }

  @Test
  void aCurveNeedsAValueForEachPlace() {
    assertThatThrownBy(() -> new LinePlot.Curve("lr", PLACES, List.of(1.0)))
        .hasMessageContaining("3 places and 1 values");
  }

  private static LinePlot.Curve falling() {
    return new LinePlot.Curve("lr", PLACES, List.of(0.1, 0.05, 0.0));
  }

  private static LinePlot.Curve constant() {
    return new LinePlot.Curve("momentum", PLACES, List.of(0.9, 0.9, 0.9));
  }

  /** The first row of a column in which the line is, or -1. */
  private static int blueRow(BufferedImage picture, int column) {
    return row(picture, column, colour -> (colour & 0xff) - ((colour >> 16) & 0xff) > 80);
  }

  private static int redRow(BufferedImage picture, int column) {
    return row(picture, column, colour -> ((colour >> 16) & 0xff) - (colour & 0xff) > 80);
  }

  private static int row(BufferedImage picture, int column, IntPredicate colour) {
    return IntStream.range(0, picture.getHeight())
        .filter(row -> colour.test(picture.getRGB(column, row)))
        .findFirst()
        .orElse(-1);
  }
}
