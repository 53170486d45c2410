/**
 * How a record of options says what a config may hold: documentation, defaults, ranges, names. No
 * type here needs DJL.
 *
 * <p>A component is one key, in snake_case. Its type is one of {@code boolean}, {@code int}, {@code
 * long}, {@code float}, {@code double}, {@link java.lang.String}, an enum, a record, an extension
 * point, {@link io.vertebra.api.plugin.Factory} of one, {@link java.util.List} or {@link
 * java.util.Map} (with text keys) or {@link java.util.Optional} of these, or {@link
 * java.lang.Object} for any value.
 */
@Version("1.0.0")
@Export
package io.vertebra.api.options;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
