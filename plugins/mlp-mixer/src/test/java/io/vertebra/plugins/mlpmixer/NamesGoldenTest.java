package io.vertebra.plugins.mlpmixer;

import io.vertebra.testkit.golden.NamesGoldenContract;

final class NamesGoldenTest extends NamesGoldenContract {}
