/**
 * From config to parts, in two steps. {@link io.vertebra.registry.bind.Binder} checks nodes against
 * the options of parts, all of them, loading no class; {@link
 * io.vertebra.registry.bind.PartBuilder} builds what was found right.
 */
package io.vertebra.registry.bind;
