/** The first values of networks: what a config says of them, and weights from files. */
package io.vertebra.engine.init;
