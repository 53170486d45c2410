/** Layers that networks are made of, with PyTorch's names, shapes and defaults. */
@Version("1.0.0")
@Export
package io.vertebra.nn;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
