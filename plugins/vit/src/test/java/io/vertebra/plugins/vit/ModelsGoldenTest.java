package io.vertebra.plugins.vit;

import io.vertebra.testkit.golden.ModelGoldenContract;

final class ModelsGoldenTest extends ModelGoldenContract {}
