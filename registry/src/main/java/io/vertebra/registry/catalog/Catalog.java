package io.vertebra.registry.catalog;

import io.vertebra.api.plugin.Kind;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * The parts that there are at one moment. A snapshot: bundles that come and go later do not change
 * it.
 */
public interface Catalog {
  /**
   * Finds a part.
   *
   * @param kind its kind
   * @param typeName its type name, or {@code owner/type} to say whose
   * @return the part, or empty where there is none
   */
  Optional<Extension> find(Kind kind, String typeName);

  /**
   * All parts of a kind that are found by their names alone.
   *
   * @param kind the kind
   * @return the parts, sorted by type name
   */
  List<Extension> list(Kind kind);

  /**
   * All parts of a kind whose names others have, so that they are found by {@code owner/type} only.
   *
   * @param kind the kind
   * @return the parts, none of which {@link #list} has
   */
  List<Extension> reserved(Kind kind);

  /**
   * Parts that are described in a bundle that cannot be used.
   *
   * @return the parts and why they are out of use
   */
  List<Unavailable> unavailable();

  /**
   * A part that cannot be built.
   *
   * @param descriptor its kind, type name and options
   * @param owner who provides it
   * @param reason why not, in one sentence
   */
  record Unavailable(ExtensionDescriptor descriptor, Owner owner, String reason) {}
}
