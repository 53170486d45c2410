/**
 * What lightweight networks are made of: convolutions of single channels between pointwise ones
 * (Sandler et al., MobileNetV2, 2018), with squeeze-and-excitation where wanted. Names and defaults
 * are those of MMPretrain.
 */
@Version("1.0.0")
@Export
package io.vertebra.families.mobile;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
