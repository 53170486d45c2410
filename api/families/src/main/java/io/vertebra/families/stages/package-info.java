/**
 * What networks that come in stages share: the features of the stages asked for, stages that stay
 * as they are, norms that keep to their running statistics.
 */
@Version("1.0.0")
@Export
package io.vertebra.families.stages;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
