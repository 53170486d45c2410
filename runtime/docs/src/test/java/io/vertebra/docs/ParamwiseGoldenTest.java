package io.vertebra.docs;

import io.vertebra.testkit.golden.ParamwiseGoldenContract;

/** Stands here since it needs the bundles of all networks. */
final class ParamwiseGoldenTest extends ParamwiseGoldenContract {}
