package io.vertebra.plugins.losses;

/** How a {@link LabelSmoothLoss} changes targets. */
public enum SmoothingMode {
  /**
   * A share of the target is spread evenly over all classes (Szegedy et al., Rethinking the
   * Inception Architecture for Computer Vision, 2016, section 7).
   */
  ORIGINAL,
  /** As {@link #ORIGINAL}, with the share {@code v / (1 + v)} ({@code ClassyVision}). */
  CLASSY_VISION,
  /** Classes that are there become {@code 1 - v}, others {@code v}. */
  MULTI_LABEL
}
