package io.vertebra.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResizeBackendTest {
  @Test
  void knowsTheInterpolationsOfItsLibrary() {
    assertThat(ResizeBackend.CV2.interpolations())
        .doesNotContain(Interpolation.BOX, Interpolation.HAMMING);
    assertThat(ResizeBackend.PILLOW.interpolations()).doesNotContain(Interpolation.AREA);
  }

  @Test
  void namesAreThoseOfMmcv() {
    assertThat(ResizeBackend.CV2.label()).isEqualTo("cv2");
    assertThat(Interpolation.BILINEAR.label()).isEqualTo("bilinear");
    assertThat(ColorType.GRAYSCALE.label()).isEqualTo("grayscale");
    assertThat(ColorType.GRAYSCALE.channels()).isEqualTo(1);
    assertThat(FlipDirection.DIAGONAL.label()).isEqualTo("diagonal");
  }
}
