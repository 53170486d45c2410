package io.vertebra.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReductionTest {
  @Test
  void theShorterSideKeepsItsLeastLength() {
    assertThat(Reduction.keeping(224, 375, 500)).isEqualTo(Reduction.NONE);
    assertThat(Reduction.keeping(188, 375, 500)).isEqualTo(Reduction.HALF);
    assertThat(Reduction.keeping(189, 375, 500)).isEqualTo(Reduction.NONE);
    assertThat(Reduction.keeping(224, 4000, 3000)).isEqualTo(Reduction.EIGHTH);
    assertThat(Reduction.keeping(700, 4000, 3000)).isEqualTo(Reduction.QUARTER);
  }

  @Test
  void aPictureThatIsSmallAlreadyStays() {
    assertThat(Reduction.keeping(224, 100, 80)).isEqualTo(Reduction.NONE);
    assertThat(Reduction.keeping(ImageDecoder.FULL_SIZE, 4000, 3000)).isEqualTo(Reduction.NONE);
  }

  @Test
  void aPartOfAPixelCounts() {
    assertThat(Reduction.HALF.of(375)).isEqualTo(188);
    assertThat(Reduction.EIGHTH.of(1)).isEqualTo(1);
  }
}
