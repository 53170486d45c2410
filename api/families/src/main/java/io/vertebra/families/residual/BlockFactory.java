package io.vertebra.families.residual;

/** Makes the blocks of a network. */
@FunctionalInterface
public interface BlockFactory {
  /**
   * Makes a block.
   *
   * @param settings where it stands in the network
   * @return a new block
   */
  ResidualBlock create(BlockSettings settings);
}
