package io.vertebra.engine.torch;

/**
 * The settings that the native library takes once, when it is loaded.
 *
 * @param intraOpThreads the number of threads that share the work of one operation, at least 1
 */
public record TorchSettings(int intraOpThreads) {
  /** Checks the number of threads. */
  public TorchSettings {
    if (intraOpThreads < 1) {
      throw new IllegalArgumentException(
          "intraOpThreads is " + intraOpThreads + "; it must be at least 1");
    }
  }

  /**
   * Returns the settings for this machine: one thread for each processor that the JVM may use.
   *
   * @return the default settings
   */
  public static TorchSettings defaults() {
    return new TorchSettings(Runtime.getRuntime().availableProcessors());
  }
}
