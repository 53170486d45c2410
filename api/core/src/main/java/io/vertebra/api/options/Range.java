package io.vertebra.api.options;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds a number, or every number of a list. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  /**
   * The least value allowed.
   *
   * @return the inclusive lower bound
   */
  double min() default Double.NEGATIVE_INFINITY;

  /**
   * The greatest value allowed.
   *
   * @return the inclusive upper bound
   */
  double max() default Double.POSITIVE_INFINITY;
}
