package io.vertebra.engine.checkpoint;

import ai.djl.ndarray.types.Shape;
import io.vertebra.engine.safetensors.ElementType;
import io.vertebra.engine.safetensors.SafetensorsWriter;
import io.vertebra.engine.safetensors.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of weights, made of runs of numbers. */
final class TensorFile {
  private final Map<String, SafetensorsWriter.Tensor> tensors = new LinkedHashMap<>();

  /** Adds a tensor of the numbers from a first one on. */
  TensorFile add(String name, int first, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate((int) (4 * new Shape(shape).size())).order(ByteOrder.LITTLE_ENDIAN);
    for (int value = first; bytes.hasRemaining(); value++) {
      bytes.putFloat(value);
    }
    List<Long> lengths = Arrays.stream(shape).boxed().toList();
    tensors.put(
        name,
        SafetensorsWriter.Tensor.of(new TensorInfo(name, ElementType.F32, lengths), bytes.flip()));
    return this;
  }

  TensorFile without(String name) {
    tensors.remove(name);
    return this;
  }

  /** Writes the file. */
  Path write(Path file) throws IOException {
    SafetensorsWriter.write(file, Map.of(), List.copyOf(tensors.values()));
    return file;
  }
}
