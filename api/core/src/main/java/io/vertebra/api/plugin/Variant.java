package io.vertebra.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A further type name of a {@link Plugin}, under which some options have other defaults: {@code
 * LinearMomentum} is {@code LinearLR} for another hyper-parameter. Configs, lists and reference
 * pages show it as a part of its own.
 */
@Documented
@Repeatable(Variant.List.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Variant {
  /**
   * The type name, as {@link Plugin#type()} is one.
   *
   * @return the type name
   */
  String type();

  /**
   * The options whose defaults differ.
   *
   * @return entries {@code key: value}, the value as it would stand in a config
   */
  String[] defaults() default {};

  /** Several variants. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /**
     * The variants.
     *
     * @return the variants
     */
    Variant[] value();
  }
}
