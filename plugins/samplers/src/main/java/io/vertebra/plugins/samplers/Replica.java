package io.vertebra.plugins.samplers;

import io.vertebra.api.data.SamplerContext;

/**
 * The part of an order that belongs to one of several replicas: every so many positions.
 *
 * @param context which replica of how many
 */
record Replica(SamplerContext context) {
  /**
   * Takes the part.
   *
   * @param order the order of all replicas
   * @param roundUp whether the order begins again at its end, so that all get equally many
   */
  int[] part(int[] order, boolean roundUp) {
    int length = roundUp ? share(order.length) : remaining(order.length);
    int[] part = new int[length];
    for (int i = 0; i < length; i++) {
      long position = context.replica() + (long) i * context.replicas();
      part[i] = order[(int) (position % order.length)];
    }
    return part;
  }

  /** What each replica gets of a number, rounded up. */
  int share(int total) {
    return (int) (((long) total + context.replicas() - 1) / context.replicas());
  }

  private int remaining(int total) {
    return share(Math.max(0, total - context.replica()));
  }
}
