/**
 * Comparison with figures that references computed: PyTorch, MMPretrain, MMEngine, MMCV. Weights
 * and inputs are filled by a formula from their names, so that none need to be stored. {@link
 * io.vertebra.testkit.golden.GoldenContract} finds and reads the figures; the other contracts
 * compare parts of one kind with them.
 */
package io.vertebra.testkit.golden;
