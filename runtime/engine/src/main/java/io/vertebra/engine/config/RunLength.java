package io.vertebra.engine.config;

/**
 * How long a run is, where a schedule does not say when it ends.
 *
 * @param epochs epochs of the run
 * @param iterations iterations of the run
 * @param epochLength iterations of an epoch
 */
public record RunLength(int epochs, int iterations, int epochLength) {
  /**
   * Makes the length of a run that counts epochs.
   *
   * @param epochs epochs of the run
   * @param epochLength iterations of an epoch
   * @return the length
   */
  public static RunLength ofEpochs(int epochs, int epochLength) {
    return new RunLength(epochs, Math.multiplyExact(epochs, epochLength), epochLength);
  }
}
