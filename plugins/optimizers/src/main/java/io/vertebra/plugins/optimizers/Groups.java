package io.vertebra.plugins.optimizers;

import io.vertebra.api.train.ParameterGroup;
import io.vertebra.api.train.TensorList;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What update rules ask of groups. */
final class Groups {
  private Groups() {}

  /** The present values of hyper-parameters, followed by other numbers. */
  static double[] numbers(ParameterGroup group, String[] names, double... others) {
    return DoubleStream.concat(
            Stream.of(names).mapToDouble(group::hyperParameter), DoubleStream.of(others))
        .toArray();
  }

  /**
   * A slot that the rule may not need. A script takes as many lists whatever the options are, so
   * the parameters stand in for a slot that it will not read.
   */
  static TensorList slotIf(boolean needed, ParameterGroup group, String name) {
    return needed ? group.slot(name) : group.parameters();
  }

  /** The number of the present update, from 1. */
  static double step(ParameterGroup group) {
    return (double) group.step() + 1;
  }

  /** A truth value as hyper-parameters hold it. */
  static double number(boolean value) {
    return value ? 1 : 0;
  }
}
