package io.vertebra.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The parameter that names a file of weights. */
final class WeightsFile {
  @Parameters(
      paramLabel = "CHECKPOINT",
      description = "A file of weights: safetensors, .pth, .pt, .th or .npz.")
  private Path path;

  Path path() {
    return path;
  }
}
