package io.vertebra.plugins.swin;

import io.vertebra.testkit.golden.ParamwiseGoldenContract;

final class ParamwiseGoldenTest extends ParamwiseGoldenContract {}
