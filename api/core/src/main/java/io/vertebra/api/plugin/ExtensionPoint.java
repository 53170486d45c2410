package io.vertebra.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the type that all parts of one {@link Kind} extend or implement. An options component of
 * this type takes a mapping with a {@code type:} of that kind.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ExtensionPoint {
  /**
   * The kind of the parts.
   *
   * @return the kind
   */
  Kind value();
}
