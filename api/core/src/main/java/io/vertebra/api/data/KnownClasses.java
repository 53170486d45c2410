package io.vertebra.api.data;

import java.util.OptionalInt;

/**
 * Options of a {@link Dataset} that tell how many classes it has before it is opened: because there
 * is only one answer, because an option says so, or by the number of its folders. A record of
 * options implements it.
 */
public interface KnownClasses {
  /**
   * Counts the classes. No image is read, and data that is not there is no error.
   *
   * @return the number; empty where only the opened data set knows
   */
  OptionalInt classCount();
}
