package io.vertebra.host.plugin;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the plugin folders again and again, on one thread that it owns. */
final class PluginWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PluginWatcher.class);

  // To list a folder five times a second costs next to nothing. Notices of the file system would
  // save that, but network and mounted folders send none, they end with a folder that is replaced,
  // and when a copy is complete only a second look can tell.
  private static final long INTERVAL_MILLIS = 200;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable look;
  private final Thread thread;

  private PluginWatcher(Runnable look) {
    this.look = look;
    thread = new Thread(this::watch, "vertebra-plugin-watcher");
    thread.setDaemon(true);
  }

  /**
   * Starts to look.
   *
   * @param look looks once; where it fails, it is run again all the same
   * @return the watcher, owned by the caller
   */
  static PluginWatcher start(Runnable look) {
    PluginWatcher watcher = new PluginWatcher(look);
    watcher.thread.start();
    return watcher;
  }

  private void watch() {
    try {
      while (!closed.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
        lookOnce();
      }
    } catch (InterruptedException e) {
      LOG.warn("the plugin folders are no longer watched: the thread was interrupted");
    }
  }

  private void lookOnce() {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.error("a change of the plugin folders could not be followed", e);
    }
  }

  /** Ends the thread and waits for it, except where that thread itself calls. */
  @Override
  public void close() {
    closed.countDown();
    if (Thread.currentThread() != thread) {
      Threads.join(thread);
    }
  }
}
