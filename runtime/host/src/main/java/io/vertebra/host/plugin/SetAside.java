package io.vertebra.host.plugin;

import io.vertebra.registry.catalog.Catalog.Unavailable;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.catalog.Owner;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A jar that is not used.
 *
 * @param source the file
 * @param candidate what the jar says; empty where it could not be read
 * @param why why not
 */
record SetAside(Path source, Optional<Candidate> candidate, RefusedException why) {
  /** Whether it may be taken once another bundle is gone. */
  boolean isWaiting() {
    return why instanceof ConflictException;
  }

  String reason() {
    return why.getMessage();
  }

  List<Unavailable> unavailable() {
    return owner()
        .map(owner -> extensions().stream().map(part -> unavailable(part, owner)).toList())
        .orElse(List.of());
  }

  /** Its parts, for those who say whose they mean. */
  List<Extension> reserved(PluginLifecycle lifecycle) {
    return candidate
        .map(
            waiting ->
                waiting.extensions().stream()
                    .map(
                        part ->
                            new Extension(
                                part, waiting.owner(), () -> lifecycle.leaseWaiting(waiting, part)))
                    .toList())
        .orElse(List.of());
  }

  PluginInfo info() {
    return new PluginInfo(source, owner(), why.state(), reason(), why.detail(), extensions());
  }

  private Unavailable unavailable(ExtensionDescriptor extension, Owner owner) {
    return new Unavailable(extension, owner, reason());
  }

  private Optional<Owner> owner() {
    return candidate.map(Candidate::owner);
  }

  private List<ExtensionDescriptor> extensions() {
    return candidate.map(Candidate::extensions).orElse(List.of());
  }
}
