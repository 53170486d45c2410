package io.vertebra.plugins.heads;

import io.vertebra.testkit.golden.LossGoldenContract;

final class MarginsGoldenTest extends LossGoldenContract {}
