package io.vertebra.plugins.res2net;

import io.vertebra.testkit.golden.NamesGoldenContract;

final class NamesGoldenTest extends NamesGoldenContract {}
