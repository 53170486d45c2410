package io.vertebra.engine.config;

/** What is done about a loss, or gradients, that are infinite or not a number. */
public enum NanPolicy {
  /** Nothing is looked at: the parameters take over whatever comes. */
  OFF,
  /** The update is left out, counted and reported, and training goes on. */
  SKIP,
  /** Training ends with an error that names the iteration and where it began. */
  STOP
}
