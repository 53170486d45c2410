package io.vertebra.engine.train;

import java.util.Map;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param metrics the figures of the last validation, by full name
 * @param stopReason why it ended before its last epoch, if it did
 */
public record TrainResult(Map<String, Double> metrics, Optional<String> stopReason) {}
