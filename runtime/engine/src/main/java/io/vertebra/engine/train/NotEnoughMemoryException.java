package io.vertebra.engine.train;

import ai.djl.engine.EngineException;
import io.vertebra.engine.torch.TorchException;
import java.util.Locale;
import java.util.function.Supplier;

/** Says that a batch does not fit into memory, and what to do. */
public final class NotEnoughMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private NotEnoughMemoryException(int batchSize, Throwable cause) {
    super(
        "a batch of "
            + batchSize
            + " images does not fit into memory ("
            + firstLine(cause)
            + "); give a smaller batch_size, or smaller images by the pipeline",
        cause);
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Computes on a batch.
   *
   * @param batchSize the images of the batch, for the message
   * @param work what is computed
   * @param <T> the type of the result
   * @return the result
   * @throws NotEnoughMemoryException if memory is what was missing
   */
  static <T> T explain(int batchSize, Supplier<T> work) {
    try {
      return work.get();
    } catch (EngineException | TorchException e) {
      if (isAboutMemory(e)) {
        throw new NotEnoughMemoryException(batchSize, e);
      }
      throw e;
    } catch (OutOfMemoryError e) {
      throw new NotEnoughMemoryException(batchSize, e);
    }
  }

  /** The native library says so in words only. */
  private static boolean isAboutMemory(RuntimeException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("out of memory") || message.contains("can't allocate memory");
  }
}
