package io.vertebra.api.image;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The libraries whose resize arithmetic can be asked for. They differ much when an image shrinks:
 * OpenCV takes its few taps from the neighbourhood of one point, Pillow widens the filter with the
 * factor.
 */
public enum ResizeBackend {
  /** OpenCV's {@code cv2.resize} on 8-bit images. */
  CV2,
  /** Pillow's {@code Image.resize} on 8-bit images. */
  PILLOW;

  /**
   * The interpolations that this library has.
   *
   * @return a new set in the order of {@link Interpolation}
   */
  public Set<Interpolation> interpolations() {
    return switch (this) {
      case CV2 -> EnumSet.complementOf(EnumSet.of(Interpolation.BOX, Interpolation.HAMMING));
      case PILLOW -> EnumSet.complementOf(EnumSet.of(Interpolation.AREA));
    };
  }

  /**
   * The name of this library in configs.
   *
   * @return {@code cv2} or {@code pillow}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
