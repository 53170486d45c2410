package io.vertebra.engine.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/** Divides a batch among threads. */
record BatchTasks(
    SampleReader reader,
    ExecutorService workers,
    BatchBuffers buffers,
    UnreadableImages unreadable,
    LoaderSettings settings) {
  // More pieces than threads, so that a slow image holds up one piece, not the batch.
  private static final int PIECES_PER_WORKER = 4;

  /**
   * Starts to read a batch.
   *
   * @param indices the indices of the epoch
   * @param from the first position of the batch
   * @param to the position after the last
   */
  CompletableFuture<HostBatch> submit(int[] indices, int from, int to) {
    BatchAssembly assembly = new BatchAssembly(buffers, to - from);
    int piece = Math.max(1, (to - from) / (settings.workers() * PIECES_PER_WORKER));
    List<CompletableFuture<Void>> pieces = new ArrayList<>();
    for (int start = from; start < to; start += piece) {
      int first = start;
      int end = Math.min(to, start + piece);
      pieces.add(
          CompletableFuture.runAsync(() -> read(assembly, indices, from, first, end), workers));
    }
    return CompletableFuture.allOf(pieces.toArray(CompletableFuture[]::new))
        .handle((done, failure) -> finish(assembly, failure));
  }

  private void read(BatchAssembly assembly, int[] indices, int from, int first, int end) {
    for (int position = first; position < end; position++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CompletionException(new IOException("reading was interrupted"));
      }
      try {
        assembly.put(position - from, reader.read(position, indices[position]));
      } catch (IOException e) {
        if (settings.unreadable() == LoaderSettings.Unreadable.FAIL) {
          throw new CompletionException(e);
        }
        unreadable.add(e.getMessage());
      }
    }
  }

  private static HostBatch finish(BatchAssembly assembly, Throwable failure) {
    if (failure == null) {
      try {
        return assembly.complete();
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
    assembly.discard();
    throw failure instanceof CompletionException completion
        ? completion
        : new CompletionException(failure);
  }
}
