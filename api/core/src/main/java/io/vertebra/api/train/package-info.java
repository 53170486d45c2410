/** How a network is trained: optimizers, schedules, hooks, and the run that they see. */
@Version("1.0.0")
@Export
package io.vertebra.api.train;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
