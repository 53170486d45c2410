/** Checks plugins when they are compiled, and writes their options into the jar. */
package io.vertebra.api.processor;
