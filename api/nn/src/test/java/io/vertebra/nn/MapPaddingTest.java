package io.vertebra.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.options.IntPair;
import org.junit.jupiter.api.Test;

final class SamePaddingTest {
  private static SamePadding of(int height, int width, int kernel, int stride) {
    return SamePadding.of(new Shape(2, 3, height, width), IntPair.of(kernel), IntPair.of(stride));
  }

  @Test
  void isEvenWhereTheStrideIsOne() {
    assertThat(of(7, 8, 3, 1)).isEqualTo(new SamePadding(IntPair.of(1), IntPair.of(1)));
    assertThat(of(7, 8, 1, 1)).isEqualTo(new SamePadding(IntPair.of(0), IntPair.of(0)));
  }

  @Test
  void putsAnOddRowOrColumnAtTheEnd() {
    assertThat(of(7, 8, 3, 2)).isEqualTo(new SamePadding(new IntPair(1, 0), IntPair.of(1)));
    assertThat(of(8, 8, 5, 2)).isEqualTo(new SamePadding(IntPair.of(1), IntPair.of(2)));
  }

  @Test
  void isNoneWhereWindowsAreSmallerThanTheirStep() {
    assertThat(of(7, 8, 1, 2)).isEqualTo(new SamePadding(IntPair.of(0), IntPair.of(0)));
  }
}
