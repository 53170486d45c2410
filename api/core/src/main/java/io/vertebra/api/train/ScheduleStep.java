package io.vertebra.api.train;

/**
 * Where a schedule stands.
 *
 * @param index steps since the schedule began, from 0
 * @param current the present value of the hyper-parameter
 * @param initial the value that the hyper-parameter has in the config, before any schedule
 * @param length steps from begin to end
 * @param unit steps that one unit of the schedule's own lengths takes: 1, or the iterations of an
 *     epoch where the schedule is converted to iterations
 */
public record ScheduleStep(int index, double current, double initial, int length, int unit) {}
