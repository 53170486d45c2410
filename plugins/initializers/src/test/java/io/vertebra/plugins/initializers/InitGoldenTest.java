package io.vertebra.plugins.initializers;

import io.vertebra.testkit.golden.InitGoldenContract;

final class InitGoldenTest extends InitGoldenContract {}
