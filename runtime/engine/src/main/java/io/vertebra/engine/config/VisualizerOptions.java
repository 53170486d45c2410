package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.train.LogSink;
import java.util.List;
import java.util.Optional;

/**
 * The visualizer of MMEngine's configs, of which the sinks count.
 *
 * @param type accepted: there is one
 * @param visBackends where figures go beside the logs
 * @param name accepted, without effect
 * @param saveDir accepted, without effect
 * @param figSaveCfg accepted, without effect
 * @param figShowCfg accepted, without effect
 */
public record VisualizerOptions(
    @Doc("accepted, without effect: there is one") Optional<String> type,
    @Doc("where figures go beside the logs") @Default("[]") List<LogSink> visBackends,
    @Doc("accepted, without effect") Optional<String> name,
    @Doc("accepted, without effect: files go to the work directory") Optional<String> saveDir,
    @Doc("accepted, without effect") Optional<Object> figSaveCfg,
    @Doc("accepted, without effect") Optional<Object> figShowCfg) {}
