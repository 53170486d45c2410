package io.vertebra.plugins.optimizers;

import io.vertebra.testkit.golden.OptimizerGoldenContract;

/** Figures of PyTorch 2.7.1, MMPretrain 1.2.0 and timm 1.0.31. */
final class OptimizersGoldenTest extends OptimizerGoldenContract {}
