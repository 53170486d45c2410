/**
 * The life of plugin bundles: they are taken from jars, offered as parts of a catalog, kept while a
 * lease on them is open, and let go with their classes.
 */
package io.vertebra.host.plugin;
