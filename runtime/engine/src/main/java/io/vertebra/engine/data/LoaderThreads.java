package io.vertebra.engine.data;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that a loader works on. They do not keep the process alive. */
final class LoaderThreads implements AutoCloseable {
  private final ExecutorService executor;

  /**
   * Starts threads.
   *
   * @param name what they are called, with a number behind
   * @param count how many, 1 or more
   * @param code the class loader of what they run, which finds further classes for it
   */
  LoaderThreads(String name, int count, ClassLoader code) {
    AtomicInteger made = new AtomicInteger();
    executor =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, name + "-" + made.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(code);
              return thread;
            });
  }

  /** What runs tasks, until this is closed. */
  ExecutorService executor() {
    return executor;
  }

  /** Interrupts the threads and waits for what they do. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a thread of a loader still works after a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
