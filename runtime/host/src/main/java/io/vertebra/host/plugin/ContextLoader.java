package io.vertebra.host.plugin;

/** Runs code of a plugin with the context class loader that it expects: its bundle's. */
public final class ContextLoader {
  private ContextLoader() {}

  /**
   * Runs an action and restores the thread's context class loader after it.
   *
   * @param loader the context class loader of the action
   * @param action the action
   * @param <T> the type of its result
   * @param <E> the type of its checked exception
   * @return the result of the action
   * @throws E what the action throws
   */
  public static <T, E extends Exception> T withContextLoader(
      ClassLoader loader, Action<T, E> action) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return action.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Code of a plugin.
   *
   * @param <T> the type of its result
   * @param <E> the type of its checked exception
   */
  @FunctionalInterface
  public interface Action<T, E extends Exception> {
    /**
     * Runs the code.
     *
     * @return its result
     * @throws E what the code throws
     */
    T run() throws E;
  }
}
