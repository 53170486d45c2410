package io.vertebra.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Listens to a signal of the system. {@code sun.misc.Signal}, which has no successor (JEP 260), is
 * looked up by name, since javac warns of what names it in a way that nothing turns off.
 */
final class SignalHook implements AutoCloseable {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private final MethodHandle restore;

  private SignalHook(MethodHandle restore) {
    this.restore = restore;
  }

  /**
   * Starts to listen.
   *
   * @param name the signal, such as {@code INT}
   * @param listener is called by a thread of its own
   * @return what gives the signal back to its former listener when it is closed
   * @throws UnsupportedOperationException if the system has no such signal, or this Java does not
   *     tell of it
   */
  static SignalHook listen(String name, Runnable listener) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object signal =
          LOOKUP
              .findConstructor(signalType, MethodType.methodType(void.class, String.class))
              .invoke(name);
      MethodHandle run =
          LOOKUP
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
              .bindTo(listener);
      Object handler =
          MethodHandleProxies.asInterfaceInstance(
              handlerType, MethodHandles.dropArguments(run, 0, signalType));
      MethodHandle handle =
          LOOKUP
              .findStatic(
                  signalType, "handle", MethodType.methodType(handlerType, signalType, handlerType))
              .bindTo(signal);
      return new SignalHook(handle.bindTo(handle.invoke(handler)));
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new UnsupportedOperationException("signals " + name + " are not told of", e);
    }
  }

  @Override
  public void close() {
    try {
      restore.invoke();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a signal is not given back", e);
    }
  }
}
