package io.vertebra.plugins.resnext;

import io.vertebra.testkit.golden.ModelGoldenContract;

final class ModelsGoldenTest extends ModelGoldenContract {}
