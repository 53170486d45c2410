package io.vertebra.engine.train;

import ai.djl.engine.EngineException;
import io.vertebra.engine.torch.TorchException;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says that a batch does not fit into memory, and what to do. */
public final class NotEnoughMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final Pattern ALLOCATION =
      Pattern.compile("tried to allocate ([\\d.]+) (\\w+)", Pattern.CASE_INSENSITIVE);

  private NotEnoughMemoryException(int batchSize, Throwable cause) {
    super(
        "a batch of %d image%s does not fit into memory (%s); %s"
            .formatted(batchSize, batchSize == 1 ? "" : "s", reason(cause), remedy(batchSize)),
        cause);
  }

  /** What could not be had, from a native message such as "you tried to allocate 512 bytes". */
  private static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    Matcher allocation = ALLOCATION.matcher(message);
    return allocation.find()
        ? "no room for " + amount(allocation.group(1), allocation.group(2)) + " more"
        : message.lines().findFirst().orElse("");
  }

  private static String amount(String number, String unit) {
    return unit.equals("bytes")
        ? String.format(Locale.ROOT, "%.1f MB", Double.parseDouble(number) / 1e6)
        : number + " " + unit;
  }

  private static String remedy(int batchSize) {
    String smaller = "smaller images by the pipeline";
    return batchSize > 1
        ? "give a smaller batch_size, such as %d, or %s".formatted(batchSize / 2, smaller)
        : "give " + smaller;
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
    return message.contains("out of memory")
        || message.contains("not enough memory")
        || message.contains("can't allocate memory");
  }
}
