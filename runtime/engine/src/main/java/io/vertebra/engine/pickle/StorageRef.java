package io.vertebra.engine.pickle;

import io.vertebra.engine.safetensors.ElementType;

/**
 * A run of elements that lies elsewhere in the file.
 *
 * @param type the type of the elements
 * @param key its name in the file
 * @param elements how many there are
 * @param start the first one that counts, where it is a view of a longer run
 */
record StorageRef(ElementType type, String key, long elements, long start) {}
