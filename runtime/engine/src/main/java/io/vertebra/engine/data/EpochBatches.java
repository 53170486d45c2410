package io.vertebra.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The batches of an epoch, in order. A few are read ahead, and the next one is staged while the one
 * before is used. Each batch is owned by who takes it; the rest is released by {@link #close}. For
 * one thread.
 */
public final class EpochBatches implements Iterator<HostBatch>, AutoCloseable {
  private final BatchTasks tasks;
  private final int[] indices;
  private final int ahead;
  private final Staging staging;
  private final Deque<CompletableFuture<HostBatch>> pending = new ArrayDeque<>();
  private int submitted;

  EpochBatches(BatchTasks tasks, int[] indices, int first, int ahead, Staging staging) {
    this.tasks = tasks;
    this.indices = indices;
    this.ahead = ahead;
    this.submitted = first;
    this.staging = staging;
    fill();
    stageNext();
  }

  private void fill() {
    while (pending.size() < ahead && submitted < indices.length) {
      int end = Math.min(indices.length, submitted + tasks.settings().batchSize());
      pending.add(tasks.submit(indices, submitted, end));
      submitted = end;
    }
  }

  private void stageNext() {
    if (!pending.isEmpty()) {
      pending.push(staging.stage(pending.pop()));
    }
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty();
  }

  /**
   * Waits for the next batch.
   *
   * @return the batch, owned by the caller
   * @throws UncheckedIOException if an image cannot be read; the message names it
   */
  @Override
  public HostBatch next() {
    CompletableFuture<HostBatch> next = pending.poll();
    if (next == null) {
      throw new NoSuchElementException("the epoch has no more batches");
    }
    try {
      HostBatch batch = next.join();
      fill();
      stageNext();
      return batch;
    } catch (CompletionException e) {
      throw rethrown(e.getCause());
    }
  }

  /**
   * How many batches are read and not yet taken. Where it is 0 most of the time, reading the data
   * takes longer than the compute.
   *
   * @return 0 to the number that is read ahead
   */
  public int ready() {
    return (int) pending.stream().filter(CompletableFuture::isDone).count();
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof IOException io) {
      return new UncheckedIOException(io);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException("reading a batch failed: " + cause, cause);
  }

  @Override
  public void close() {
    while (!pending.isEmpty()) {
      // A batch that failed holds nothing, and nobody waits for it any more.
      pending.poll().handle((batch, failure) -> batch).thenAccept(EpochBatches::release).join();
    }
  }

  private static void release(HostBatch batch) {
    if (batch != null) {
      batch.close();
    }
  }
}
