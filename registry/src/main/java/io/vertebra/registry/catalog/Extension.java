package io.vertebra.registry.catalog;

import io.vertebra.registry.schema.ExtensionDescriptor;

/**
 * A part that can be built.
 *
 * @param descriptor its kind, type name and options
 * @param owner who provides it
 * @param provider how its class is come by
 */
public record Extension(ExtensionDescriptor descriptor, Owner owner, Provider provider) {
  /** Gives the class of a part on lease. */
  @FunctionalInterface
  public interface Provider {
    /**
     * Takes a lease. The first lease loads the class.
     *
     * @return the lease, owned by the caller
     * @throws IllegalStateException if the class cannot be loaded any more, with the reason
     */
    Lease lease();
  }

  /** Keeps what a part was built from in place until it is closed. */
  public interface Lease extends AutoCloseable {
    /**
     * The class of the part.
     *
     * @return the class; it must not be held on to after the lease is closed
     */
    Class<?> pluginClass();

    /**
     * A service of the host.
     *
     * @param type the type of a constructor parameter
     * @return the service
     * @throws IllegalArgumentException if the host has none of this type
     */
    Object service(Class<?> type);

    /** Gives the lease back. A second call does nothing. */
    @Override
    void close();
  }
}
