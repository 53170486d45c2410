/**
 * Images in native memory and the operations on them that the host offers to plugins. Sizes are in
 * pixels, height before width; colour channels are in the order blue, green, red. No type here
 * needs DJL or AWT.
 */
@Version("1.0.0")
@Export
package io.vertebra.api.image;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
