package io.vertebra.plugins.optimizers;

import io.vertebra.api.options.Doc;
import java.util.Optional;

/**
 * Options of {@code torch.optim} that choose among implementations of one rule. They are taken, so
 * that a config works as it is; a group is always updated in one native call.
 *
 * @param foreach accepted, without effect
 * @param fused accepted, without effect
 * @param capturable accepted, without effect
 * @param differentiable accepted, without effect
 */
public record IgnoredOptions(
    @Doc("accepted, without effect: a group is one native call") Optional<Boolean> foreach,
    @Doc("accepted, without effect: a group is one native call") Optional<Boolean> fused,
    @Doc("accepted, without effect") Optional<Boolean> capturable,
    @Doc("accepted, without effect") Optional<Boolean> differentiable) {
  /** What a config says that has none of them. */
  static final IgnoredOptions NONE =
      new IgnoredOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
