package io.vertebra.api.model;

import java.util.List;

/**
 * A head whose training objective asks for a margin between the class of a sample and the others.
 */
public interface ClassMargins {
  /**
   * Changes the margins, between two iterations.
   *
   * @param margins a margin for each class, in the order of their indices; in radians where they
   *     are angles
   * @throws IllegalArgumentException if there are more or fewer than the head has classes
   */
  void setMargins(List<Double> margins);
}
