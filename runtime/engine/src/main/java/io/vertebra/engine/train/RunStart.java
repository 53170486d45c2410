package io.vertebra.engine.train;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run begins with.
 *
 * @param workDirectory the folder of its files
 * @param parameters number of values in all parameters
 * @param trainable number of values that are trained
 * @param trainingSamples samples of an epoch
 * @param batchSize samples of an iteration
 * @param validationSamples samples of a validation
 * @param classes names of the classes
 * @param countsEpochs whether training is counted in epochs; else it is in iterations alone
 */
public record RunStart(
    Path workDirectory,
    long parameters,
    long trainable,
    int trainingSamples,
    int batchSize,
    int validationSamples,
    List<String> classes,
    boolean countsEpochs) {}
