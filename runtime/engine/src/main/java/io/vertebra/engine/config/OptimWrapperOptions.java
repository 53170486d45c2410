package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Inline;
import io.vertebra.api.options.Key;
import io.vertebra.api.options.Range;
import io.vertebra.api.train.Optimizer;
import io.vertebra.engine.model.Precision;
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
 * @param amp what {@code AmpOptimWrapper} says about mixed precision
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
        Optional<ParamwiseOptions> paramwiseCfg,
    @Inline AmpOptions amp) {
  /** Checks that options of mixed precision stand where there is mixed precision. */
  public OptimWrapperOptions {
    if (type == Type.PLAIN && !amp.equals(AmpOptions.NONE)) {
      throw new IllegalArgumentException(
          "dtype and loss_scale belong to {type: AmpOptimWrapper}, but the type is OptimWrapper:"
              + " change it, or leave them out and give `precision` at the top of the config");
    }
  }

  /** Kinds of wrapper. */
  public enum Type {
    /** The precision of the config. */
    @Key("OptimWrapper")
    PLAIN,
    /** Mixed precision. */
    @Key("AmpOptimWrapper")
    MIXED
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
        Type.PLAIN,
        optimizer,
        Optional.empty(),
        1,
        Constructor.BY_RULES,
        Optional.empty(),
        AmpOptions.NONE);
  }

  /**
   * The precision that the wrapper asks for.
   *
   * @return the precision, float32 for a plain wrapper
   */
  public Precision precision() {
    return type == Type.MIXED ? amp.dtype().orElse(Precision.BFLOAT16) : Precision.FLOAT32;
  }
}
