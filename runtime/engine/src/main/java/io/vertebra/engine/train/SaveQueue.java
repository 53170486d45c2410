package io.vertebra.engine.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Works on files one after the other, on a thread of its own. After one failed those that come
 * later are not begun, so that nothing is deleted that a failed one should have replaced; the
 * failure reaches who asks next. All methods are for one thread.
 */
final class SaveQueue implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread worker = new Thread(task, "vertebra-save");
            worker.setDaemon(true);
            return worker;
          });

  private volatile Throwable failure;
  private boolean told;
  private Future<?> last;

  /** Work on files. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Puts work at the end. */
  void add(Work work) throws IOException {
    check();
    last = thread.submit(() -> attempt(work));
  }

  private void attempt(Work work) {
    if (failure != null) {
      return;
    }
    try {
      work.run();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Throws what went wrong since the last call. */
  void check() throws IOException {
    Throwable present = failure;
    if (present == null) {
      return;
    }
    told = true;
    if (present instanceof IOException e) {
      throw e;
    }
    if (present instanceof Error e) {
      throw e;
    }
    throw (RuntimeException) present;
  }

  /** Waits until all work is done, and throws what went wrong. */
  void await() throws IOException {
    settle();
    check();
  }

  private void settle() throws IOException {
    try {
      if (last != null) {
        last.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("waiting for files to be written was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the thread that saves died", e);
    }
  }

  /** Waits for the work and ends the thread; a failure that nobody was told of is thrown. */
  @Override
  public void close() {
    try {
      settle();
      if (!told) {
        check();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      end();
    }
  }

  private void end() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("files are still being written after a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
