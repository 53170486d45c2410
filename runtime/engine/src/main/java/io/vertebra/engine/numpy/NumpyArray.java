package io.vertebra.engine.numpy;

import io.vertebra.engine.safetensors.ElementType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An array as a .npy file holds it.
 *
 * @param type the type of the elements
 * @param shape the length of each axis
 * @param values the bytes of the elements, little-endian, the last axis running fastest
 */
public record NumpyArray(ElementType type, List<Long> shape, ByteBuffer values) {
  /** Keeps the shape. */
  public NumpyArray {
    shape = List.copyOf(shape);
    values = values.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads a file whole.
   *
   * @param file the file, below 2 GiB
   * @return the array
   * @throws NumpyException if it is no .npy file, is damaged, or has elements that are not read
   * @throws IOException if it cannot be read
   */
  public static NumpyArray read(Path file) throws IOException {
    if (Files.size(file) > Integer.MAX_VALUE) {
      throw new NumpyException(file, "it has more than 2 GiB, the most that is read");
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      ArrayHeader header = ArrayHeader.read(new ByteArrayInputStream(bytes));
      if (bytes.length != header.start() + header.bytes()) {
        throw new NumpyException(
            file,
            "elements of shape %s have %d bytes, but there are %d: it is cut short or damaged"
                .formatted(header.shape(), header.bytes(), bytes.length - header.start()));
      }
      ByteBuffer run = ByteBuffer.wrap(bytes).position(header.start());
      return new NumpyArray(
          header.type(), header.shape(), header.place().in(run, header.type().bytes()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new NumpyException(file, e.getMessage());
    }
  }

  /**
   * How many elements there are.
   *
   * @return the product of the lengths
   */
  public long size() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * Writes a .npy file of version 1.0.
   *
   * @param out where to
   * @throws IOException if it cannot be written
   */
  public void writeTo(WritableByteChannel out) throws IOException {
    drain(ByteBuffer.wrap(ArrayHeader.bytes(type, shape)), out);
    drain(values.duplicate(), out);
  }

  private static void drain(ByteBuffer bytes, WritableByteChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
