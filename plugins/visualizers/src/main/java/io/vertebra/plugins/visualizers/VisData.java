package io.vertebra.plugins.visualizers;

import java.nio.file.Path;

/** Names the folder that MMEngine's sinks write into. */
final class VisData {
  private VisData() {}

  /** The folder {@code vis_data} in a folder. */
  static Path of(Path folder) {
    return folder.resolve("vis_data");
  }
}
