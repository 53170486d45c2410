package io.vertebra.cli;

import java.nio.file.Path;

/**
 * An image that a user named.
 *
 * @param path where it is
 * @param relative its path within the folder that was named, or its name where it was named itself
 */
record ImageFile(Path path, Path relative) {}
