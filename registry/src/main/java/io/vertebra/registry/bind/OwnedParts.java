package io.vertebra.registry.bind;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a builder owns: closed last first, and each even where another does not close. */
final class OwnedParts implements AutoCloseable {
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();

  void push(AutoCloseable part) {
    owned.push(part);
  }

  @Override
  public void close() {
    RuntimeException failure = null;
    while (!owned.isEmpty()) {
      try {
        owned.pop().close();
      } catch (Exception e) {
        RuntimeException problem = new IllegalStateException("a part did not close: " + e, e);
        if (failure == null) {
          failure = problem;
        } else {
          failure.addSuppressed(problem);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
