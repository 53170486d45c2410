/** The options of plugins as data, read from the description in their jars. */
package io.vertebra.registry.schema;
