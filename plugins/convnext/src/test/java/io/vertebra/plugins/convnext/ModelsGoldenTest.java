package io.vertebra.plugins.convnext;

import io.vertebra.testkit.golden.ModelGoldenContract;

final class ModelsGoldenTest extends ModelGoldenContract {}
