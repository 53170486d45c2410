/** Heads from features to scores of classes, with MMPretrain's names. */
package io.vertebra.plugins.heads;
