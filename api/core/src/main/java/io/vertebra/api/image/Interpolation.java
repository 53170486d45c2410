package io.vertebra.api.image;

import java.util.Locale;

/** The rules by which a resized image takes its values from the source. */
public enum Interpolation {
  /** The value of one source pixel. */
  NEAREST,
  /** Linear in both directions (a triangle). */
  BILINEAR,
  /** Cubic convolution: a = -0.75 in OpenCV, a = -0.5 in Pillow (Keys, 1981). */
  BICUBIC,
  /** The mean over the area that a pixel covers; OpenCV only. */
  AREA,
  /** Windowed sinc: 8 taps in OpenCV, 3 lobes in Pillow. */
  LANCZOS,
  /** The mean of the source pixels under a box; Pillow only. */
  BOX,
  /** A sinc in a Hamming window, as wide as the triangle; Pillow only. */
  HAMMING;

  /**
   * The name of this rule in configs.
   *
   * @return the name in lower case, for example {@code bilinear}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
