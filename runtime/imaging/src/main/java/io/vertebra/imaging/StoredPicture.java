package io.vertebra.imaging;

/**
 * What a file holds: the pixels as stored, and how to turn them.
 *
 * @param pixels the picture, not yet upright
 * @param orientation how it stands
 */
record StoredPicture(Pixels pixels, Orientation orientation) {}
