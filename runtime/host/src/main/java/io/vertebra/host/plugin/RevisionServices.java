package io.vertebra.host.plugin;

import com.google.inject.Binding;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;

/**
 * The host services of one bundle revision. They have an injector of their own, made when the first
 * service is asked for: a child of a common injector would leave the plugin's classes in its parent
 * for good. Safe for use by several threads.
 */
final class RevisionServices {
  private final Module module;
  private Injector injector;

  /** Makes the services of one revision from the bindings of the host. */
  RevisionServices(Module module) {
    this.module = module;
  }

  /**
   * Finds a service.
   *
   * @param type its type
   * @return the service
   * @throws IllegalArgumentException if there is no binding of this type
   */
  synchronized Object get(Class<?> type) {
    if (injector == null) {
      injector = Guice.createInjector(module);
    }
    // Only what is bound: Guice would make an instance of any class that it can construct.
    Binding<?> binding = injector.getBindings().get(Key.get(type));
    if (binding == null) {
      throw new IllegalArgumentException(
          "the host has no service of type '%s'; it has %s"
              .formatted(
                  type.getName(),
                  injector.getBindings().keySet().stream()
                      .map(key -> key.getTypeLiteral().toString())
                      .sorted()
                      .toList()));
    }
    return binding.getProvider().get();
  }
}
