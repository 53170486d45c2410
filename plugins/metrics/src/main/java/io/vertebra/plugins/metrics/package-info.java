/** Figures of merit of classifiers, with MMPretrain's names. */
package io.vertebra.plugins.metrics;
