package io.vertebra.host.plugin;

import static java.util.Objects.requireNonNull;

import com.google.inject.Module;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Options of a {@link PluginHost}.
 *
 * @param folders the folders whose jars are plugins; each must exist
 * @param cacheFolder where copies of the jars are kept under their SHA-256, made if need be;
 *     several processes may share it. Empty for a folder that goes when the host is closed
 * @param services bindings of the host services that constructors of plugins may ask for; it is
 *     installed into one injector for each bundle
 */
public record PluginHostOptions(List<Path> folders, Optional<Path> cacheFolder, Module services) {
  /** Makes options that do not change. */
  public PluginHostOptions {
    folders = List.copyOf(folders);
    requireNonNull(cacheFolder, "cacheFolder is null");
    requireNonNull(services, "services is null");
  }
}
