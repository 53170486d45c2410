package io.vertebra.engine.safetensors;

import java.util.Arrays;
import java.util.Optional;

/** The types of tensor elements, named as in the header of a file. */
public enum ElementType {
  /** IEEE 754 double precision. */
  F64(8),
  /** Whole numbers of 64 bits with sign. */
  I64(8),
  /** IEEE 754 single precision. */
  F32(4),
  /** Whole numbers of 32 bits with sign. */
  I32(4),
  /** IEEE 754 half precision. */
  F16(2),
  /** The upper 16 bits of single precision. */
  BF16(2),
  /** Whole numbers of 16 bits with sign. */
  I16(2),
  /** Whole numbers of 8 bits with sign. */
  I8(1),
  /** Whole numbers from 0 to 255. */
  U8(1),
  /** Truth values of one byte. */
  BOOL(1);

  private final int bytes;

  ElementType(int bytes) {
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

  static Optional<ElementType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
