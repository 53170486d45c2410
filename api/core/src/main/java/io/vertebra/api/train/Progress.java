package io.vertebra.api.train;

/**
 * Where training stands. While a batch of a validation or test is scored, {@code batch} and {@code
 * epochLength} are those of that pass.
 *
 * @param epoch finished epochs
 * @param maxEpochs epochs of the whole run
 * @param iteration finished iterations
 * @param maxIterations iterations of the whole run
 * @param batch index of the present iteration within its epoch, from 0
 * @param epochLength iterations of an epoch
 */
public record Progress(
    int epoch, int maxEpochs, long iteration, long maxIterations, int batch, int epochLength) {
  /**
   * Whether the present iteration is the last of its epoch.
   *
   * @return true for the last
   */
  public boolean lastOfEpoch() {
    return batch == epochLength - 1;
  }
}
