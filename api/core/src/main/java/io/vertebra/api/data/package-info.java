/** From files to batches: data sets, samplers, transforms. */
@Version("1.0.0")
@Export
package io.vertebra.api.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
