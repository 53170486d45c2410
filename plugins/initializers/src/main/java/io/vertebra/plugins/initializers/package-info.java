/** First values of networks, under the type names and options of MMEngine. */
package io.vertebra.plugins.initializers;
