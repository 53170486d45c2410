/** How a class becomes a part that a config can name. No type here needs DJL. */
@Version("1.0.0")
@Export
package io.vertebra.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
