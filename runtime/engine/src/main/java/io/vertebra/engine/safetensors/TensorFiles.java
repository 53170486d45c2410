package io.vertebra.engine.safetensors;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.Tensors;
import io.vertebra.engine.torch.TorchRuntime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Moves arrays into and out of safetensors files. */
public final class TensorFiles {
  private final TorchRuntime runtime;
  private final Tensors tensors;

  /**
   * Creates the mover.
   *
   * @param runtime the native library
   */
  public TensorFiles(TorchRuntime runtime) {
    this.runtime = requireNonNull(runtime, "runtime is null");
    this.tensors = new Tensors(runtime);
  }

  /**
   * Describes an array for a file. Its elements are taken when the file is written, straight from
   * its memory if it is on the CPU and in C order.
   *
   * @param name the name of the tensor in the file
   * @param array the array, below 2 GiB, open until the file is written
   * @return the tensor for {@link SafetensorsWriter#write}
   */
  public SafetensorsWriter.Tensor tensor(String name, NDArray array) {
    List<Long> shape = Arrays.stream(array.getShape().getShape()).boxed().toList();
    TensorInfo info = new TensorInfo(name, elementType(tensors.typeOf(array)), shape);
    if (info.bytes() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "The tensor '%s' has %d bytes; at most %d can be written"
              .formatted(name, info.bytes(), Integer.MAX_VALUE));
    }
    return new SafetensorsWriter.Tensor(info, out -> write(array, out));
  }

  private void write(NDArray array, WritableByteChannel out) throws IOException {
    try (NDManager manager = runtime.newManager(Device.cpu())) {
      out.write(tensors.onHost(manager, array).toByteBuffer(true));
    }
  }

  /**
   * Reads a tensor.
   *
   * @param owner owns the result, which lives on its device
   * @param reader the file
   * @param name the name of the tensor
   * @return the tensor in the type that it has in the file
   * @throws IOException if the file has no such tensor or cannot be read
   */
  public NDArray read(NDManager owner, TensorSource reader, String name) throws IOException {
    TensorInfo info = reader.info(name);
    return tensors.fromBytes(owner, reader.data(name), scalarType(info.type()), shape(info));
  }

  /**
   * Overwrites the values of an array by those of a tensor, keeping the array's memory, layout,
   * type and gradient flag.
   *
   * @param reader the file
   * @param name the name of the tensor
   * @param target the array, also a parameter * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the shapes differ
   */
  public void load(TensorSource reader, String name, NDArray target) throws IOException {
    TensorInfo info = reader.info(name);
    if (!shape(info).equals(target.getShape())) {
      throw new IllegalArgumentException(
          "The tensor '%s' has the shape %s in the file and %s in the network"
              .formatted(name, shape(info), target.getShape()));
    }
    try (NDManager manager = runtime.newManager(Device.cpu())) {
      tensors.copy(source(manager, info, reader.data(name)), target);
    }
  }

  /**
   * Overwrites the values of an array by those of another, keeping the array's memory, layout, type
   * and gradient flag.
   *
   * @param values the new values, of the shape of the array
   * @param target the array, also a parameter
   */
  public void copy(NDArray values, NDArray target) {
    tensors.copy(values, target);
  }

  /** Returns a tensor over the mapped file if DJL can make one, else over a copy. */
  private NDArray source(NDManager manager, TensorInfo info, ByteBuffer data) {
    Optional<DataType> type = dataType(info.type());
    boolean aligned = data.alignmentOffset(0, info.type().bytes()) == 0;
    return type.isPresent() && aligned
        ? manager.create(data, shape(info), type.orElseThrow())
        : tensors.fromBytes(manager, data, scalarType(info.type()), shape(info));
  }

  private static Shape shape(TensorInfo info) {
    return new Shape(info.shape().stream().mapToLong(Long::longValue).toArray());
  }

  private static ElementType elementType(ScalarType type) {
    return Arrays.stream(ElementType.values())
        .filter(element -> scalarType(element) == type)
        .findFirst()
        .orElseThrow();
  }

  private static ScalarType scalarType(ElementType type) {
    return switch (type) {
      case F64 -> ScalarType.FLOAT64;
      case F32 -> ScalarType.FLOAT32;
      case F16 -> ScalarType.FLOAT16;
      case BF16 -> ScalarType.BFLOAT16;
      case I64 -> ScalarType.INT64;
      case I32 -> ScalarType.INT32;
      case I16 -> ScalarType.INT16;
      case I8 -> ScalarType.INT8;
      case U8 -> ScalarType.UINT8;
      case BOOL -> ScalarType.BOOL;
    };
  }

  /** Returns DJL's name of a type that it can make arrays of. */
  private static Optional<DataType> dataType(ElementType type) {
    return switch (type) {
      case F64 -> Optional.of(DataType.FLOAT64);
      case F32 -> Optional.of(DataType.FLOAT32);
      case F16 -> Optional.of(DataType.FLOAT16);
      case I64 -> Optional.of(DataType.INT64);
      case I32 -> Optional.of(DataType.INT32);
      case I8 -> Optional.of(DataType.INT8);
      case U8 -> Optional.of(DataType.UINT8);
      case BOOL -> Optional.of(DataType.BOOLEAN);
      case BF16, I16 -> Optional.empty();
    };
  }
}
