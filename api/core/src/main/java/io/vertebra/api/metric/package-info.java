/** Figures of merit over a data set. */
@Version("1.0.0")
@Export
package io.vertebra.api.metric;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
