package io.vertebra.engine.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Tells how much main memory this process occupies: heap, native library and all. */
public final class ProcessMemory {
  /** The name of the figure among the scalars of a run. */
  public static final String SCALAR = "memory";

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final double KILOBYTES = 1024;

  private ProcessMemory() {}

  /**
   * Tells the resident memory.
   *
   * @return MB of 2^20 bytes, or empty on a system that is not Linux
   */
  public static OptionalDouble megabytes() {
    return megabytes(STATUS);
  }

  /** Reads the resident memory from a file such as {@code /proc/PID/status}. */
  static OptionalDouble megabytes(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
          .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / KILOBYTES)
          .findFirst();
    } catch (IOException e) {
      // Other systems have no such file.
      return OptionalDouble.empty();
    }
  }

  /**
   * Adds the resident memory to scalars.
   *
   * @param scalars name to value
   * @return a copy that has {@value #SCALAR} too, where it is known
   */
  public static Map<String, Double> addedTo(Map<String, Double> scalars) {
    Map<String, Double> all = new LinkedHashMap<>(scalars);
    megabytes().ifPresent(value -> all.put(SCALAR, value));
    return all;
  }
}
