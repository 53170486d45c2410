package io.vertebra.plugins.metrics;

import io.vertebra.testkit.golden.MetricGoldenContract;

final class MetricGoldenTest extends MetricGoldenContract {}
