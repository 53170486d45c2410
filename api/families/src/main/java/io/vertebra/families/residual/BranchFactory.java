package io.vertebra.families.residual;

/** Makes the branches of the blocks of a network. */
@FunctionalInterface
public interface BranchFactory {
  /**
   * Makes a branch.
   *
   * @param settings where its block stands in the network
   * @return a new branch
   */
  ResidualBranch create(BlockSettings settings);
}
