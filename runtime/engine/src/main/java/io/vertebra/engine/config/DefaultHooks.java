package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.train.Hook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hooks that every run has. One that is set to null is left out.
 *
 * @param timer measures the time of iterations
 * @param logger tells logs about iterations
 * @param paramScheduler steps the schedules
 * @param checkpoint saves checkpoints
 * @param runtimeInfo accepted, without effect
 * @param samplerSeed accepted, without effect: samplers know the epoch
 * @param visualization accepted, without effect
 */
public record DefaultHooks(
    @Doc("measures the time of iterations") @Default("{type: IterTimerHook}") Optional<Hook> timer,
    @Doc("tells logs about iterations") @Default("{type: LoggerHook}") Optional<Hook> logger,
    @Doc("steps the schedules") @Default("{type: ParamSchedulerHook}")
        Optional<Hook> paramScheduler,
    @Doc("saves checkpoints") @Default("{type: CheckpointHook}") Optional<Hook> checkpoint,
    @Doc("accepted, without effect") Optional<Object> runtimeInfo,
    @Doc("accepted, without effect: samplers know the epoch") Optional<Object> samplerSeed,
    @Doc("accepted, without effect") Optional<Object> visualization) {
  /**
   * The hooks that are not left out.
   *
   * @return the hooks, in the order in which they are registered
   */
  public List<Hook> hooks() {
    return Stream.of(timer, logger, paramScheduler, checkpoint).flatMap(Optional::stream).toList();
  }
}
