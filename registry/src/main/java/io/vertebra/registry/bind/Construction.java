package io.vertebra.registry.bind;

import static java.util.Objects.requireNonNull;

import io.vertebra.registry.config.ConfigException;
import io.vertebra.registry.config.ConfigProblem;
import io.vertebra.registry.config.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** Calls code of plugins that may refuse what a config says. */
final class Construction {
  private Construction() {}

  /** A constructor or a static method. */
  @FunctionalInterface
  interface Call {
    Object apply(Object[] arguments) throws ReflectiveOperationException;
  }

  /**
   * Calls a constructor or static method.
   *
   * @param call what is called
   * @param arguments what it takes
   * @param name what people call that which is made
   * @param origin where a config asks for it
   * @return what was made
   * @throws ConfigException if it refuses what the config says, with the place
   */
  static Object call(Call call, Object[] arguments, String name, Origin origin) {
    try {
      return requireNonNull(call.apply(arguments), "a part is null");
    } catch (InvocationTargetException e) {
      throw isRefusal(e.getCause())
          ? refusal(e.getCause(), name, origin)
          : failure(e.getCause(), name);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " cannot be built: " + e.getMessage(), e);
    }
  }

  /** Whether a constructor found fault with what the config says, or with a file it names. */
  private static boolean isRefusal(Throwable cause) {
    return cause instanceof IllegalArgumentException
        || cause instanceof IOException
        || cause instanceof UncheckedIOException;
  }

  private static ConfigException refusal(Throwable cause, String name, Origin origin) {
    ConfigException refusal =
        new ConfigException(List.of(ConfigProblem.of(origin, name + ": " + cause.getMessage())));
    refusal.initCause(cause);
    return refusal;
  }

  private static RuntimeException failure(Throwable cause, String name) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(name + " failed: " + cause, cause);
  }
}
