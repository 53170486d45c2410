/**
 * Residual networks: a stem, then stages of blocks whose output is added to their input (He et al.,
 * Deep Residual Learning for Image Recognition, 2016). ResNet, ResNeXt and their kin are this with
 * blocks of their own. Names, options and defaults are those of MMPretrain.
 */
@Version("1.0.0")
@Export
package io.vertebra.families.residual;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
