/** Files that come from the network when a command asks for them: data sets and weights. */
package io.vertebra.engine.download;
