/**
 * Courses of the learning rate and other hyper-parameters, with MMEngine's names and arithmetic.
 * Each value follows from the one before it, so schedules that overlap multiply.
 */
package io.vertebra.plugins.schedules;
