package io.vertebra.plugins.vit;

import io.vertebra.testkit.golden.NamesGoldenContract;

final class NamesGoldenTest extends NamesGoldenContract {}
