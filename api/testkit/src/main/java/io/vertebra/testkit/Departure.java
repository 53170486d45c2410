package io.vertebra.testkit;

import java.lang.ref.WeakReference;
import java.time.Duration;

/** Waits for an object to go, whose strong references its maker has dropped. */
final class Departure {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final WeakReference<Object> reference;

  Departure(Object object) {
    reference = new WeakReference<>(object);
  }

  /** Collects garbage until the object is gone; false if it is still there at the deadline. */
  boolean happens() {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (reference.get() != null && System.nanoTime() < end) {
      System.gc();
    }
    return reference.get() == null;
  }
}
