package io.vertebra.host;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How Vertebra is opened.
 *
 * @param pluginFolders the folders whose jars are plugins; each must exist
 * @param cacheFolder where copies of plugin jars are kept from one start to the next; empty for a
 *     folder that goes at the end
 * @param device where networks run: {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param watch whether the plugin folders are followed while Vertebra runs, so that jars that come,
 *     change or go take effect; for programs that run long
 */
public record VertebraOptions(
    List<Path> pluginFolders, Optional<Path> cacheFolder, String device, boolean watch) {
  /** Makes options that do not change. */
  public VertebraOptions {
    pluginFolders = List.copyOf(pluginFolders);
    requireNonNull(cacheFolder, "cacheFolder is null");
    requireNonNull(device, "device is null");
  }

  /**
   * Makes options without watching.
   *
   * @param pluginFolders the folders whose jars are plugins; each must exist
   * @param cacheFolder where copies of plugin jars are kept
   * @param device where networks run
   */
  public VertebraOptions(List<Path> pluginFolders, Optional<Path> cacheFolder, String device) {
    this(pluginFolders, cacheFolder, device, false);
  }

  /**
   * Options with plugins from one folder and a device chosen by what there is.
   *
   * @param pluginFolder the folder
   * @return the options
   */
  public static VertebraOptions of(Path pluginFolder) {
    return new VertebraOptions(List.of(pluginFolder), Optional.empty(), "auto");
  }
}
