package io.vertebra.api.options;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what an option means, for reference pages, editors and error messages. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {
  /**
   * What the option means, with its unit where it has one.
   *
   * @return the text
   */
  String value();
}
