package io.vertebra.plugins.losses;

import io.vertebra.testkit.golden.LossGoldenContract;

final class LossesGoldenTest extends LossGoldenContract {}
