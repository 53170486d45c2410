package io.vertebra.api.options;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the key of a component, or the text of an enum constant, where snake_case does not give it:
 * {@code T_max}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Key {
  /**
   * The name in configs.
   *
   * @return the name
   */
  String value();
}
