package io.vertebra.api.metric;

import io.vertebra.api.options.Doc;
import java.util.Optional;

/**
 * Options of MMEngine's metrics that every metric takes so that configs can stay as they are.
 *
 * @param collectDevice accepted: there is one process
 */
public record MetricSettings(@Doc("accepted, without effect") Optional<String> collectDevice) {}
