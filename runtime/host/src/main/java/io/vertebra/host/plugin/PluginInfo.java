package io.vertebra.host.plugin;

import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one plugin jar.
 *
 * @param source the file that it came from
 * @param owner symbolic name and version of its bundle; empty where the jar does not say
 * @param state where it stands
 * @param reason why it stands there, in one sentence; empty for an active plugin
 * @param detail what a developer wants to see besides the reason, such as the framework's own
 *     message; may be empty
 * @param extensions its parts; empty where the jar could not be read
 */
public record PluginInfo(
    Path source,
    Optional<Owner> owner,
    PluginState state,
    String reason,
    String detail,
    List<ExtensionDescriptor> extensions) {
  /** Makes information that does not change. */
  public PluginInfo {
    extensions = List.copyOf(extensions);
  }
}
