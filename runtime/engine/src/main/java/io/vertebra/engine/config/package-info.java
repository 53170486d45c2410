/** The sections of a config that the engine reads itself, under MMPretrain's names. */
package io.vertebra.engine.config;
