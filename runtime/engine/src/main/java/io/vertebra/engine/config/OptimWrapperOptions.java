package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.train.Optimizer;
import java.util.Optional;

/**
 * The optimizer and what stands around it.
 *
 * @param type the kind of wrapper
 * @param optimizer the update rule
 * @param clipGrad how gradients are clipped
 * @param accumulativeCounts batches whose gradients are added up for one update
 * @param constructor how parameters are divided into groups
 * @param paramwiseCfg rules for single parameters
 */
public record OptimWrapperOptions(
    @Doc("the kind of wrapper") @Default("OptimWrapper") Type type,
    @Doc("the update rule") Optimizer optimizer,
    @Doc("how gradients are clipped; not where it is left out") Optional<ClipGradOptions> clipGrad,
    @Doc("batches whose gradients are added up for one update") @Default("1") @Range(min = 1)
        int accumulativeCounts,
    @Doc("how parameters are divided into groups") @Default("DefaultOptimWrapperConstructor")
        Constructor constructor,
    @Doc("rules for single parameters; one group of all where it is left out")
        Optional<ParamwiseOptions> paramwiseCfg) {
  /** Kinds of wrapper. */
  public enum Type {
    /** Single precision, no scaling. */
    @Key("OptimWrapper")
    PLAIN
  }

  /** Ways to divide parameters into groups. */
  public enum Constructor {
    /** By the kind and the name of each parameter. */
    @Key("DefaultOptimWrapperConstructor")
    BY_RULES,
    /** As by rules, and by the depth of its layer. */
    @Key("LearningRateDecayOptimWrapperConstructor")
    BY_LAYER
  }

  /**
   * Makes options with one group, without clipping and accumulation.
   *
   * @param optimizer the update rule
   * @return the options
   */
  public static OptimWrapperOptions of(Optimizer optimizer) {
    return new OptimWrapperOptions(
        Type.PLAIN, optimizer, Optional.empty(), 1, Constructor.BY_RULES, Optional.empty());
  }
}
