/**
 * Arithmetic on the pixels of 8-bit images that gives OpenCV's, Pillow's and MMCV's values. Where
 * nothing else is said, an image is changed in place; its channels are blue, green, red, or one.
 */
package io.vertebra.plugins.transforms.pixels;
