package io.vertebra.plugins.mobilenet;

import io.vertebra.testkit.golden.ParamwiseGoldenContract;

final class ParamwiseGoldenTest extends ParamwiseGoldenContract {}
