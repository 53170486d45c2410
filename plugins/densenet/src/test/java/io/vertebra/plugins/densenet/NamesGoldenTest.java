package io.vertebra.plugins.densenet;

import io.vertebra.testkit.golden.NamesGoldenContract;

final class NamesGoldenTest extends NamesGoldenContract {}
