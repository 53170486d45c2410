package io.vertebra.host.plugin;

import java.nio.file.Path;

/**
 * A jar whose bytes can change no more.
 *
 * @param source the file that it was copied from
 * @param file the copy
 * @param sha256 the hash of the bytes, in hexadecimal
 */
record StoredJar(Path source, Path file, String sha256) {}
