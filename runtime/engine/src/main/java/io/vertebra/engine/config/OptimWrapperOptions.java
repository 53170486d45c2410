package io.vertebra.engine.config;

import io.vertebra.api.options.Default;
import io.vertebra.api.options.Doc;
import io.vertebra.api.options.Key;
import io.vertebra.api.train.Optimizer;
import java.util.Optional;

/**
 * The optimizer and what stands around it.
 *
 * @param type the kind of wrapper
 * @param optimizer the update rule
 * @param clipGrad how gradients are clipped
 */
public record OptimWrapperOptions(
    @Doc("the kind of wrapper") @Default("OptimWrapper") Type type,
    @Doc("the update rule") Optimizer optimizer,
    @Doc("how gradients are clipped; not where it is left out")
        Optional<ClipGradOptions> clipGrad) {
  /** Kinds of wrapper. */
  public enum Type {
    /** Single precision, no scaling. */
    @Key("OptimWrapper")
    PLAIN
  }
}
