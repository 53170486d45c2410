package io.vertebra.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that do the same. */
final class Crowd {
  private static final int THREADS = 8;
  private static final int CALLS = 64;

  private Crowd() {}

  /** What each of many calls gave, several at a time. */
  static <T> List<T> results(Callable<T> call) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(Collections.nCopies(CALLS, call))) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the test was interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("a call of one of many threads failed", e.getCause());
    } finally {
      threads.shutdown();
    }
  }
}
