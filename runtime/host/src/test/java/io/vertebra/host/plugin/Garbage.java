package io.vertebra.host.plugin;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks whether the garbage collector takes things. */
final class Garbage {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int ROUNDS_OF_A_KEPT_OBJECT = 10;
  private static final long ROUND_MILLIS = 50;

  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
  private final PhantomReference<Object> reference;

  /** Follows an object, which the caller must let go of. */
  Garbage(Object object) {
    reference = new PhantomReference<>(object, queue);
  }

  /** Whether the object goes before the deadline. */
  boolean isCollected() throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() < end) {
      if (isCollectedNow()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the object is still there after many collections. */
  boolean isKept() throws InterruptedException {
    for (int round = 0; round < ROUNDS_OF_A_KEPT_OBJECT; round++) {
      if (isCollectedNow()) {
        return false;
      }
    }
    return true;
  }

  /** Collects until a condition holds; false at the deadline. */
  static boolean collectUntil(BooleanSupplier condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() < end) {
      System.gc();
      if (condition.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  private boolean isCollectedNow() throws InterruptedException {
    System.gc();
    return queue.remove(ROUND_MILLIS) == reference;
  }
}
