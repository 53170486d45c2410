package io.vertebra.api.train;

import java.nio.file.Path;

/**
 * What a {@link LogSink} is opened with.
 *
 * @param workDirectory the folder of the run, the same when it is resumed
 * @param logDirectory the folder of the logs of this start, which exists
 * @param iteration finished iterations, 0 for a new run; figures of later ones that an earlier
 *     start wrote count no more
 * @param config the resolved config, as YAML
 */
public record LogStart(Path workDirectory, Path logDirectory, long iteration, String config) {}
