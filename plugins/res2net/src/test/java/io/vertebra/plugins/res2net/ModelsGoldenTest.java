package io.vertebra.plugins.res2net;

import io.vertebra.testkit.golden.ModelGoldenContract;

final class ModelsGoldenTest extends ModelGoldenContract {}
