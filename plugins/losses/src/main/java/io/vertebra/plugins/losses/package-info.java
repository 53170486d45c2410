/** Training objectives of logits and targets, with MMPretrain's names. */
package io.vertebra.plugins.losses;
