package io.vertebra.plugins.hooks;

import io.vertebra.testkit.golden.AverageGoldenContract;

/** Figures of MMEngine 0.10.7 and MMPretrain 1.2.0. */
final class EmaGoldenTest extends AverageGoldenContract {}
