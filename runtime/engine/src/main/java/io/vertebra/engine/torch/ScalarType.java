package io.vertebra.engine.torch;

import java.util.Arrays;

/** The types of tensor elements that are used here, with the native library's codes for them. */
public enum ScalarType {
  /** Whole numbers from 0 to 255. */
  UINT8(0, 1),
  /** Whole numbers of 8 bits with sign. */
  INT8(1, 1),
  /** Whole numbers of 16 bits with sign. */
  INT16(2, 2),
  /** Whole numbers of 32 bits with sign. */
  INT32(3, 4),
  /** Whole numbers of 64 bits with sign. */
  INT64(4, 8),
  /** IEEE 754 half precision. */
  FLOAT16(5, 2),
  /** IEEE 754 single precision. */
  FLOAT32(6, 4),
  /** IEEE 754 double precision. */
  FLOAT64(7, 8),
  /** Truth values of one byte. */
  BOOL(11, 1),
  /** The upper 16 bits of single precision. */
  BFLOAT16(15, 2);

  private final int code;
  private final int bytes;

  ScalarType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /**
   * Returns the size of an element.
   *
   * @return the number of bytes
   */
  public int bytes() {
    return bytes;
  }

  /**
   * Returns the number that the native library has for this type (c10/core/ScalarType.h).
   *
   * @return the number, as functions in TorchScript take it for a {@code dtype}
   */
  public int code() {
    return code;
  }

  static ScalarType of(long code) {
    return Arrays.stream(values())
        .filter(type -> type.code == code)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The native element type "
                        + code
                        + " is not one of "
                        + Arrays.toString(values())));
  }
}
