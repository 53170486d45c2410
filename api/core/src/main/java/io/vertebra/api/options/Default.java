package io.vertebra.api.options;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the value of an option that a config leaves out. An option without a default, and whose
 * type is not {@link java.util.Optional}, is required.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /**
   * The value as it would stand in a config.
   *
   * @return YAML text in flow style, for example {@code 0.9}, {@code [1, 5]} or {@code {type: BN}}
   */
  String value();
}
