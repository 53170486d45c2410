package io.vertebra.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.api.options.IntPair;
import org.junit.jupiter.api.Test;

final class MapPaddingTest {
  private static MapPadding of(int height, int width, int kernel, int stride) {
    return MapPadding.same(new IntPair(height, width), IntPair.of(kernel), IntPair.of(stride));
  }

  @Test
  void isEvenWhereTheStrideIsOne() {
    assertThat(of(7, 8, 3, 1)).isEqualTo(new MapPadding(IntPair.of(1), IntPair.of(1)));
    assertThat(of(7, 8, 1, 1)).isEqualTo(new MapPadding(IntPair.of(0), IntPair.of(0)));
  }

  @Test
  void putsAnOddRowOrColumnAtTheEnd() {
    assertThat(of(7, 8, 3, 2)).isEqualTo(new MapPadding(new IntPair(1, 0), IntPair.of(1)));
    assertThat(of(8, 8, 5, 2)).isEqualTo(new MapPadding(IntPair.of(1), IntPair.of(2)));
  }

  @Test
  void isNoneWhereWindowsAreSmallerThanTheirStep() {
    assertThat(of(7, 8, 1, 2)).isEqualTo(new MapPadding(IntPair.of(0), IntPair.of(0)));
  }
}
