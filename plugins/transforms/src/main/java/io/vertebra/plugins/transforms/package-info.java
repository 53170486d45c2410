/**
 * Steps of the pipeline from a file to a sample, with MMPretrain's and MMCV's names and rounding.
 * Whether a pair is height and width or width and height follows theirs, and is said at each
 * option.
 */
package io.vertebra.plugins.transforms;
