package io.vertebra.registry.catalog;

import io.vertebra.api.plugin.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A catalog of given parts. */
public final class SimpleCatalog implements Catalog {
  private final List<Extension> extensions;
  private final List<Extension> reserved;
  private final List<Unavailable> unavailable;

  /**
   * Makes a catalog in which every part has its name to itself.
   *
   * @param extensions the parts; of two with one kind, type and owner name, the first is found
   * @param unavailable parts that cannot be used
   */
  public SimpleCatalog(List<Extension> extensions, List<Unavailable> unavailable) {
    this(extensions, List.of(), unavailable);
  }

  /**
   * Makes a catalog.
   *
   * @param extensions the parts; of two with one kind, type and owner name, the first is found
   * @param reserved parts whose names others have, so that they are found by {@code owner/type}
   *     only
   * @param unavailable parts that cannot be used
   */
  public SimpleCatalog(
      List<Extension> extensions, List<Extension> reserved, List<Unavailable> unavailable) {
    this.extensions =
        extensions.stream()
            .sorted(Comparator.comparing(extension -> extension.descriptor().type()))
            .toList();
    this.reserved = List.copyOf(reserved);
    this.unavailable = List.copyOf(unavailable);
  }

  @Override
  public Optional<Extension> find(Kind kind, String typeName) {
    int slash = typeName.lastIndexOf('/');
    String owner = slash < 0 ? "" : typeName.substring(0, slash);
    String type = typeName.substring(slash + 1);
    Stream<Extension> parts =
        owner.isEmpty()
            ? extensions.stream()
            : Stream.concat(extensions.stream(), reserved.stream())
                .filter(extension -> extension.owner().name().equals(owner));
    return parts
        .filter(extension -> extension.descriptor().kind() == kind)
        .filter(extension -> extension.descriptor().isNamed(type))
        .min(Comparator.comparing(extension -> !extension.descriptor().type().equals(type)));
  }

  @Override
  public List<Extension> list(Kind kind) {
    return ofKind(extensions, kind);
  }

  @Override
  public List<Extension> reserved(Kind kind) {
    return ofKind(reserved, kind);
  }

  private static List<Extension> ofKind(List<Extension> parts, Kind kind) {
    return parts.stream().filter(part -> part.descriptor().kind() == kind).toList();
  }

  @Override
  public List<Unavailable> unavailable() {
    return unavailable;
  }
}
