/** Whole learners, and what prepares their batches, with MMPretrain's names. */
package io.vertebra.plugins.algorithms;
