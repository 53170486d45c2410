/** Models by name: the files that list them, and their weights from disk or the network. */
package io.vertebra.engine.zoo;
