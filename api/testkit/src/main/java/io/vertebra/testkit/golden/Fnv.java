package io.vertebra.testkit.golden;

import io.vertebra.api.model.ModelTensor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The hash FNV-1a of 64 bits (Fowler, Noll and Vo; RFC 9923). */
public final class Fnv {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fnv() {}

  /**
   * Hashes a text.
   *
   * @param text the text, hashed as UTF-8
   * @return the hash
   */
  public static long hash(String text) {
    long value = OFFSET;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      value = (value ^ (b & 0xff)) * PRIME;
    }
    return value;
  }

  /**
   * Hashes names and shapes of a state dict, sorted by name.
   *
   * @param tensors dotted name to tensor
   * @return the hash of the lines {@code name 64x3x7x7}, in hexadecimal
   */
  public static String ofStateDict(Map<String, ModelTensor> tensors) {
    String lines =
        tensors.entrySet().stream()
            .filter(entry -> entry.getValue().persistent())
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " " + StateKeys.shape(entry.getValue()))
            .collect(Collectors.joining("\n"));
    return String.format("%016x", hash(lines));
  }
}
