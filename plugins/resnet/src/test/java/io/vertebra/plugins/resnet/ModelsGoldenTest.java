package io.vertebra.plugins.resnet;

import io.vertebra.testkit.golden.ModelGoldenContract;

final class ModelsGoldenTest extends ModelGoldenContract {}
