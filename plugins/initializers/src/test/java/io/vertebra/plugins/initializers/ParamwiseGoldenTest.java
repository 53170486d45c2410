package io.vertebra.plugins.initializers;

import io.vertebra.testkit.golden.ParamwiseGoldenContract;

/** Stands here since the tests of this bundle have all networks at hand. */
final class ParamwiseGoldenTest extends ParamwiseGoldenContract {}
