package io.vertebra.registry.bind;

import io.vertebra.api.plugin.Factory;
import io.vertebra.registry.catalog.Extension;
import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.Origin;
import io.vertebra.registry.schema.ExtensionDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds parts, depth first, and owns them: closing it closes every part that can be closed, last
 * built first, and gives the leases on their bundles back. Factories that it handed out do not work
 * after. Not for several threads at once.
 */
public final class PartBuilder implements AutoCloseable {
  private final OwnedParts owned = new OwnedParts();
  private final ValueBuilder values = new ValueBuilder(this);
  private final PartSettings settings = new PartSettings(values);
  private boolean closed;

  /** Makes a builder that owns nothing yet. */
  public PartBuilder() {}

  /**
   * Builds a part.
   *
   * @param part what the binder found right
   * @param type the type that it must have
   * @param arguments what its parent tells it; see {@link Factory#create}
   * @param <T> the type that it must have
   * @return the part, owned by this builder
   * @throws ConfigException if its constructor refuses an option or a file
   */
  public <T> T buildPart(Bound.Part part, Class<T> type, Object... arguments) {
    return type.cast(instantiate(part, arguments));
  }

  /**
   * Builds the options of a part, and not the part.
   *
   * @param part what the binder found right
   * @return its record of options, or empty where it has none
   * @throws ConfigException if the record refuses an option
   */
  public Optional<Object> buildOptions(Bound.Part part) {
    if (!part.extension().descriptor().hasOptions()) {
      return Optional.empty();
    }
    return inBundle(
        part,
        lease -> {
          Parameter first = constructorOf(lease.pluginClass()).getParameters()[0];
          return Optional.of(values.build(part.options(), first.getParameterizedType()));
        });
  }

  /**
   * Builds what a config holds. Where several values are refused, all refusals come in one
   * exception.
   *
   * @param bound what the binder found right
   * @param type the type that it must have: a record, list, map or optional, with its arguments
   * @return the value; the parts in it are owned by this builder
   * @throws ConfigException if a constructor refuses an option or a file
   */
  public Object build(Bound bound, Type type) {
    return values.build(bound, type);
  }

  /**
   * Takes a lease on every bundle that a config needs, so that parts which are built later come
   * from what is installed now.
   *
   * @param bound what the binder found right
   * @throws IllegalStateException if a bundle has gone since it was found right
   */
  public void pin(Bound bound) {
    bound.parts().forEach(part -> owned.push(part.extension().provider().lease()));
  }

  /**
   * What a config says of a part in the options that all parts of its kind have.
   *
   * @param part a part that this built
   * @param type the record of these options, the one that the extension point of the kind names
   * @param <S> the record
   * @return the options, or empty where another built the part or its kind has none
   */
  public <S extends Record> Optional<S> settings(Object part, Class<S> type) {
    return settings.find(part).map(PartSettings.Entry::settings).map(type::cast);
  }

  /**
   * Where a config names a part whose kind has options of its own.
   *
   * @param part a part that this built
   * @return the place, or empty where {@link #settings} is
   */
  public Optional<Origin> origin(Object part) {
    return settings.find(part).map(PartSettings.Entry::origin);
  }

  /**
   * What is known of the plugin of a part whose kind has options of its own.
   *
   * @param part a part that this built
   * @return the descriptor, or empty where {@link #settings} is
   */
  public Optional<ExtensionDescriptor> descriptor(Object part) {
    return settings.find(part).map(PartSettings.Entry::descriptor);
  }

  Object instantiate(Bound.Part part, Object... arguments) {
    return inBundle(
        part,
        lease -> {
          Object built = construct(part, constructorOf(lease.pluginClass()), lease, arguments);
          if (built instanceof AutoCloseable closeable) {
            owned.push(closeable);
          }
          settings.remember(built, part);
          return built;
        });
  }

  /** Does something with the class of a part while its loader is that of the thread. */
  private <T> T inBundle(Bound.Part part, Function<Extension.Lease, T> action) {
    if (closed) {
      throw new IllegalStateException("the builder is closed, and all that it built with it");
    }
    Extension.Lease lease = part.extension().provider().lease();
    owned.push(lease);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(lease.pluginClass().getClassLoader());
    try {
      return action.apply(lease);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Object construct(
      Bound.Part part, Constructor<?> constructor, Extension.Lease lease, Object... arguments) {
    Parameter[] parameters = constructor.getParameters();
    Object[] values = new Object[parameters.length];
    int from = 0;
    if (part.extension().descriptor().hasOptions()) {
      values[0] = this.values.build(part.options(), parameters[0].getParameterizedType());
      from = 1;
    }
    for (int i = from; i < values.length; i++) {
      values[i] = argument(parameters[i].getType(), lease, arguments);
    }
    return Construction.call(
        constructor::newInstance, values, part.extension().descriptor().type(), part.origin());
  }

  private static Object argument(Class<?> type, Extension.Lease lease, Object... arguments) {
    for (Object argument : arguments) {
      if (type.isInstance(argument)) {
        return argument;
      }
    }
    return lease.service(type);
  }

  private static Constructor<?> constructorOf(Class<?> pluginClass) {
    for (Constructor<?> constructor : pluginClass.getConstructors()) {
      if (Modifier.isPublic(constructor.getModifiers())) {
        return constructor;
      }
    }
    throw new IllegalStateException(pluginClass.getName() + " has no public constructor");
  }

  Factory<Object> factory(Bound.Part part) {
    return arguments -> instantiate(part, arguments);
  }

  @Override
  public void close() {
    closed = true;
    settings.forget();
    owned.close();
  }
}
