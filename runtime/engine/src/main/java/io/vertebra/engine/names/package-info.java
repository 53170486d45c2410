/**
 * What other libraries call weights, and in which order they lay their values: the rules that
 * plugins declare by {@link io.vertebra.api.plugin.StateDictNames}, carried out on bytes.
 */
package io.vertebra.engine.names;
