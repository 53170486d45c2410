package io.vertebra.engine.torch;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether operations of a thread record the graph that gradients are taken from.
 *
 * <p>The native library keeps this mode for each thread, and a new thread starts with gradients on:
 * a thread that serves or evaluates must work under {@link #OFF}, and so must every in-place update
 * of a parameter.
 */
public enum GradMode {
  /** No graph is recorded. */
  OFF,
  /** Operations on tensors that require gradients are recorded. */
  ON;

  /**
   * Returns the mode of the current thread.
   *
   * @return the mode
   */
  public static GradMode current() {
    return JniUtils.isGradMode() ? ON : OFF;
  }

  /**
   * Works in this mode on the current thread and puts the previous mode back.
   *
   * @param work what to do
   */
  public void run(Runnable work) {
    get(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Computes in this mode on the current thread and puts the previous mode back.
   *
   * @param <T> the type of the result
   * @param work what to compute
   * @return its result
   */
  public <T> T get(Supplier<T> work) {
    boolean previous = JniUtils.isGradMode();
    JniUtils.setGradMode(this == ON);
    try {
      return work.get();
    } finally {
      JniUtils.setGradMode(previous);
    }
  }
}
