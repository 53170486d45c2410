package io.vertebra.engine.config;

import io.vertebra.api.options.Doc;
import java.util.Optional;

/**
 * Keys that MMPretrain's configs have at the top and that mean nothing here. They are taken, so
 * that such a config works as it is.
 *
 * @param defaultScope the scope of type names
 * @param customImports Python modules
 * @param envCfg settings of cuDNN and of processes
 * @param logLevel what is logged
 * @param logProcessor how scalars are smoothed
 * @param launcher how processes are started
 * @param valCfg the validation loop, of which there is one
 * @param testCfg the test loop, of which there is one
 * @param datasetType a variable of config files
 * @param trainPipeline a variable of config files
 * @param testPipeline a variable of config files
 * @param bgrMean a variable of config files
 * @param bgrStd a variable of config files
 */
public record AcceptedOptions(
    @Doc("accepted, without effect") Optional<Object> defaultScope,
    @Doc("accepted, without effect") Optional<Object> customImports,
    @Doc("accepted, without effect") Optional<Object> envCfg,
    @Doc("accepted, without effect") Optional<Object> logLevel,
    @Doc("accepted, without effect") Optional<Object> logProcessor,
    @Doc("accepted, without effect") Optional<Object> launcher,
    @Doc("accepted, without effect: there is one validation loop") Optional<Object> valCfg,
    @Doc("accepted, without effect: there is one test loop") Optional<Object> testCfg,
    @Doc("a variable for anchors, without effect") Optional<Object> datasetType,
    @Doc("a variable for anchors, without effect") Optional<Object> trainPipeline,
    @Doc("a variable for anchors, without effect") Optional<Object> testPipeline,
    @Doc("a variable for anchors, without effect") Optional<Object> bgrMean,
    @Doc("a variable for anchors, without effect") Optional<Object> bgrStd) {}
