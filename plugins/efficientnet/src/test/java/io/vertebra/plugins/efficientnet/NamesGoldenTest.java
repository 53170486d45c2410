package io.vertebra.plugins.efficientnet;

import io.vertebra.testkit.golden.NamesGoldenContract;

final class NamesGoldenTest extends NamesGoldenContract {}
