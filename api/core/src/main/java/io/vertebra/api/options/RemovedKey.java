package io.vertebra.api.options;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what to use in place of a key that a record does not have, or no longer has. */
@Documented
@Repeatable(RemovedKey.List.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RemovedKey {
  /**
   * The key that is refused.
   *
   * @return the key
   */
  String key();

  /**
   * What to use instead.
   *
   * @return a part of a sentence after "use"
   */
  String use();

  /** Several removed keys. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /**
     * The keys.
     *
     * @return the keys
     */
    RemovedKey[] value();
  }
}
