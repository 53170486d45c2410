package io.vertebra.plugins.datasets;

/**
 * A file in an archive.
 *
 * @param name its path there
 * @param offset where its bytes begin in the archive
 * @param size how many they are
 */
record TarEntry(String name, long offset, int size) {}
