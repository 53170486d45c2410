package io.vertebra.cli;

import io.vertebra.engine.checkpoint.LoadPolicy;
import picocli.CommandLine.Option;

/** The option that says how far weights may differ from the network of a config. */
final class WeightOptions {
  @Option(
      names = "--whatever-fits",
      description =
          "Load the weights that fit the network and tell the rest, which is an error otherwise.")
  private boolean whateverFits;

  LoadPolicy policy() {
    return whateverFits ? LoadPolicy.WHATEVER_FITS : LoadPolicy.WHOLE;
  }
}
