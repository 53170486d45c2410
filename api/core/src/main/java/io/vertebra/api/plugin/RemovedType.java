package io.vertebra.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what to use in place of a type of the plugin's kind that does not exist, or no longer. It
 * stands at the plugin that took its place.
 */
@Documented
@Repeatable(RemovedType.List.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RemovedType {
  /**
   * The type name that is refused.
   *
   * @return the type name
   */
  String type();

  /**
   * What to use instead.
   *
   * @return a part of a sentence after "use"
   */
  String use();

  /** Several removed types. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /**
     * The types.
     *
     * @return the types
     */
    RemovedType[] value();
  }
}
