package io.vertebra.plugins.heads;

import io.vertebra.api.model.Loss;
import java.util.OptionalInt;

/** A head with layers of its own, so that its options say how many channels and classes it has. */
abstract class SizedHead extends SoftmaxHead {
  private final int inChannels;
  private final int numClasses;

  SizedHead(Loss loss, int inChannels, int numClasses) {
    super(loss);
    this.inChannels = inChannels;
    this.numClasses = numClasses;
  }

  @Override
  public final OptionalInt inChannels() {
    return OptionalInt.of(inChannels);
  }

  @Override
  public final OptionalInt numClasses(OptionalInt channels) {
    return OptionalInt.of(numClasses);
  }
}
