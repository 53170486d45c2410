package io.vertebra.engine.train;

import ai.djl.engine.EngineException;
import io.vertebra.engine.torch.TorchException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says that something does not fit into memory, and what would fit. */
public final class NotEnoughMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final Pattern ALLOCATION =
      Pattern.compile("tried to allocate ([\\d.]+) (\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CAPACITY = Pattern.compile("total capacity of ([\\d.]+ \\w+)");

  /** What allocators of the CPU and of GPUs, cuDNN and cuBLAS say, in small letters. */
  private static final List<String> SIGNS =
      List.of(
          "out of memory",
          "not enough memory",
          "can't allocate memory",
          "bad_alloc",
          "status_alloc_failed");

  private NotEnoughMemoryException(MemoryNeed need, Throwable cause) {
    super(
        "%s does not fit into memory (%s); give %s"
            .formatted(need.what(), reason(cause), String.join(", or ", need.remedies())),
        cause);
  }

  /** What could not be had, from a native message such as "you tried to allocate 512 bytes". */
  private static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    Matcher allocation = ALLOCATION.matcher(message);
    if (!allocation.find()) {
      return message.lines().findFirst().orElse("");
    }
    Matcher capacity = CAPACITY.matcher(message);
    return "no room for %s more%s"
        .formatted(
            amount(allocation.group(1), allocation.group(2)),
            capacity.find() ? " in " + capacity.group(1) : "");
  }

  private static String amount(String number, String unit) {
    return unit.equals("bytes")
        ? String.format(Locale.ROOT, "%.1f MB", Double.parseDouble(number) / 1e6)
        : number + " " + unit;
  }

  /**
   * Does what needs memory.
   *
   * @param need what for, for the message
   * @param work what is done
   * @param <T> the type of the result
   * @return the result
   * @throws NotEnoughMemoryException if memory is what was missing
   */
  public static <T> T explain(MemoryNeed need, Supplier<T> work) {
    try {
      return work.get();
    } catch (EngineException | TorchException e) {
      if (isAboutMemory(e)) {
        throw new NotEnoughMemoryException(need, e);
      }
      throw e;
    } catch (OutOfMemoryError e) {
      throw new NotEnoughMemoryException(need, e);
    }
  }

  /** The native library says so in words only. */
  private static boolean isAboutMemory(RuntimeException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return SIGNS.stream().anyMatch(message::contains);
  }
}
