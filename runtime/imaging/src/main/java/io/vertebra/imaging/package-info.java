/**
 * The host's image operations: decoding, resizing in the arithmetic of OpenCV and of Pillow,
 * cropping, mirroring; and pictures that are drawn: labels, contact sheets, curves. Start at {@link
 * io.vertebra.imaging.HostImageOps}.
 */
package io.vertebra.imaging;
