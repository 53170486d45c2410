/**
 * Comparison with figures that were computed by PyTorch: weights filled by a formula from their
 * names, so that no weights need to be stored, and what a reference then computes with them.
 */
package io.vertebra.testkit.golden;
