package io.vertebra.plugins.schedules;

import io.vertebra.testkit.golden.ScheduleGoldenContract;

/** Figures of MMEngine 0.10.7 and MMPretrain 1.2.0. */
final class SchedulesGoldenTest extends ScheduleGoldenContract {}
