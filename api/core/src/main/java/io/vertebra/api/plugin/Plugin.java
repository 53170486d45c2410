package io.vertebra.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Makes a class a part that a config can name: {@code type: ResNeXt}.
 *
 * <p>The class extends the {@link ExtensionPoint} of its kind and has one public constructor. Its
 * first parameter is the record of options, by custom a nested record named {@code Options}; a
 * class without options has none. Further parameters are host services, which is {@link
 * io.vertebra.api.image.ImageOps} for every part that works on images, and, for parts that their
 * parent builds through a {@link Factory}, the parent's arguments; the extension point says which.
 *
 * <p>The annotation becomes a capability of the bundle, so that the part is known before any of its
 * code runs.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Capability(namespace = Plugin.NAMESPACE, attribute = "class=${@class}")
public @interface Plugin {
  /** The namespace of the bundle capability that this annotation becomes. */
  String NAMESPACE = "io.vertebra.extension";

  /**
   * The kind of the part.
   *
   * @return the kind
   */
  @Attribute("kind")
  Kind kind();

  /**
   * The name of the part in configs. It is API: letters, digits, {@code _} and {@code -}, a letter
   * first.
   *
   * @return the type name
   */
  @Attribute("type")
  String type();

  /**
   * What the part is, in one line for lists and reference pages.
   *
   * @return the summary
   */
  String summary();

  /**
   * Type names that the part had before. They work, with one warning that gives the present name.
   *
   * @return the former type names
   */
  String[] formerTypes() default {};
}
