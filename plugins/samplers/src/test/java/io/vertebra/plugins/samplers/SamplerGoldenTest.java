package io.vertebra.plugins.samplers;

import io.vertebra.testkit.golden.SamplerGoldenContract;

final class SamplerGoldenTest extends SamplerGoldenContract {}
