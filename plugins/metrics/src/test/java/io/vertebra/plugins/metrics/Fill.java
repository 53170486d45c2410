package io.vertebra.plugins.metrics;

import java.nio.charset.StandardCharsets;

/** The numbers that golden files are computed from: SplitMix64 over the FNV-1a hash of a key. */
final class Fill {
  private final long hash;

  Fill(String key) {
    long value = 0xcbf29ce484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      value = (value ^ (b & 0xff)) * 0x100000001b3L;
    }
    this.hash = value;
  }

  /** The number at an index, in [-1, 1). */
  double at(int index) {
    long z = hash + (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 40) * 0x1p-23 - 1;
  }
}
