package io.vertebra.api.options;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the part that is meant where a mapping gives no {@code type}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface DefaultType {
  /**
   * The type name of the part.
   *
   * @return a type name of the kind of the component
   */
  String value();
}
