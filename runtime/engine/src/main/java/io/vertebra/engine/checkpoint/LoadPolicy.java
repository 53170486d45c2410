package io.vertebra.engine.checkpoint;

/** Which differences between a file and a network are taken for granted. */
public enum LoadPolicy {
  /** None: the network is used as it is in the file. */
  WHOLE,
  /** A head for another number of classes, which then keeps its first values. */
  OTHER_CLASSES,
  /** All of them: whatever fits is loaded, and the rest is told. */
  WHATEVER_FITS
}
