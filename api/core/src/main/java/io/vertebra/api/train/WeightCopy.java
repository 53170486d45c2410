package io.vertebra.api.train;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A second set of the arrays of the network's state dict, in which a hook keeps averages. It
 * belongs to the engine. Checkpoints hold the copy as their state dict, so that it is what is
 * deployed, and the network's own weights beside it; a run that goes on gets both back. After a
 * checkpoint was read, before {@link Hook#afterLoadCheckpoint}, the copy is the state dict of the
 * checkpoint.
 */
@ProviderType
public interface WeightCopy {
  /** Overwrites the copy by the network's present values. */
  void copy();

  /** Overwrites the buffers of the copy by the network's present values. */
  void copyBuffers();

  /**
   * Averages: {@code copy = (1 - rate) * copy + rate * network}, in one native call for all
   * parameters, in the type of the parameters.
   *
   * @param rate the weight of the network's present values, 0 to 1
   * @param buffers whether floating-point buffers are averaged too; otherwise they stay, as integer
   *     buffers do
   */
  void average(double rate, boolean buffers);

  /** Exchanges the values of the copy and of the network. */
  void swap();
}
