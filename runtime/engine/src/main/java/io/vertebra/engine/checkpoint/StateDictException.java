package io.vertebra.engine.checkpoint;

/** Says in which arrays a file and a network differ. */
public final class StateDictException extends CheckpointException {
  private static final long serialVersionUID = 1;

  StateDictException(String file, LoadReport report) {
    super(file + " does not fit the network of the config:\n" + report.unexplained());
  }
}
