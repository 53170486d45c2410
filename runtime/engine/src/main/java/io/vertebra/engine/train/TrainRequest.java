package io.vertebra.engine.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a run is to be carried out.
 *
 * @param workDirectory the folder of its files
 * @param environment what is recorded of the machine and the software
 * @param listener is told how it goes on
 * @param stop ends it before its last epoch
 * @param resume where it goes on; a new run where it is empty and the config does not ask for it
 */
public record TrainRequest(
    Path workDirectory,
    Map<String, Object> environment,
    RunListener listener,
    StopSignal stop,
    Optional<ResumeFrom> resume) {
  /**
   * Asks for a new run.
   *
   * @param workDirectory the folder of its files
   * @param environment what is recorded of the machine and the software
   * @param listener is told how it goes on
   * @param stop ends it before its last epoch
   */
  public TrainRequest(
      Path workDirectory, Map<String, Object> environment, RunListener listener, StopSignal stop) {
    this(workDirectory, environment, listener, stop, Optional.empty());
  }
}
