package io.vertebra.engine.train;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a run is to be carried out.
 *
 * @param workDirectory the folder of its files
 * @param environment what is recorded of the machine and the software
 * @param listener is told how it goes on
 * @param stop ends it before its last epoch
 */
public record TrainRequest(
    Path workDirectory, Map<String, Object> environment, RunListener listener, StopSignal stop) {}
