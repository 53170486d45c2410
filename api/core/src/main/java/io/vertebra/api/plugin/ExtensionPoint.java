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

  /**
   * Options that every part of the kind takes beside its own, without repeating them. What they say
   * is the matter of whoever uses the part, not of the part: an option of its own with the same key
   * comes first. None of them is required.
   *
   * @return a record of options in the package of the extension point; {@link Record} for none
   */
  Class<? extends Record> common() default Record.class;
}
