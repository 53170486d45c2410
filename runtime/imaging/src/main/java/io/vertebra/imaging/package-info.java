/**
 * The host's image operations: decoding, resizing in the arithmetic of OpenCV and of Pillow,
 * cropping, mirroring, and drawing labels. Start at {@link io.vertebra.imaging.HostImageOps}.
 */
package io.vertebra.imaging;
