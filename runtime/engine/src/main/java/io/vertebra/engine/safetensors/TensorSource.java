package io.vertebra.engine.safetensors;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/** An open file of named tensors, each read when it is asked for. */
public interface TensorSource extends Closeable {
  /**
   * The names of the tensors.
   *
   * @return the names in the order of the file
   */
  Set<String> names();

  /**
   * Type and shape of a tensor.
   *
   * @param name the name of the tensor
   * @return type and shape
   * @throws IOException if there is no such tensor
   */
  TensorInfo info(String name) throws IOException;

  /**
   * The values of a tensor.
   *
   * @param name the name of the tensor
   * @return a direct buffer of its bytes, little-endian in C order, from position to limit; it
   *     stays valid after the source is closed and must not be written to
   * @throws IOException if there is no such tensor, it has 2 GiB or more, or it cannot be read
   */
  ByteBuffer data(String name) throws IOException;
}
