package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Operations on single tensors that DJL lacks or does in a way that cuts the gradient graph. */
public final class Tensors {
  private final TorchFunction copy;
  private final TorchFunction detach;
  private final TorchFunction same;
  private final TorchFunction toType;
  private final TorchFunction typeOf;
  private final TorchFunction onHost;
  private final TorchFunction copyOnHost;
  private final TorchFunction fromBytes;
  private final TorchFunction isFinite;
  private final TorchFunction requiresGradient;

  /**
   * Compiles the functions.
   *
   * @param runtime the native library
   */
  public Tensors(TorchRuntime runtime) {
    TorchModule functions =
        requireNonNull(runtime, "runtime is null").module(Tensors.class, "tensors");
    copy = functions.function("copy_");
    detach = functions.function("detach");
    same = functions.function("same");
    toType = functions.function("to_type");
    typeOf = functions.function("type_of");
    onHost = functions.function("on_host");
    copyOnHost = functions.function("copy_on_host");
    fromBytes = functions.function("from_bytes");
    requiresGradient = functions.function("requires_gradient");
    isFinite = functions.function("is_finite");
  }

  /**
   * Overwrites the values of a tensor, keeping its memory, layout, type and gradient flag.
   *
   * @param source the new values; its shape is that of the target or can be broadcast to it, its
   *     type and device are converted
   * @param target the tensor to be overwritten, also a parameter
   */
  public void copy(NDArray source, NDArray target) {
    GradMode.OFF.run(() -> copy.run(target, source));
  }

  /**
   * Returns the same memory outside the gradient graph.
   *
   * @param owner owns the result
   * @param tensor the tensor
   * @return a tensor that requires no gradient
   */
  public NDArray detach(NDManager owner, NDArray tensor) {
    return detach.array(owner, tensor);
  }

  /**
   * Returns a tensor itself as a further array, which can be closed by itself.
   *
   * @param owner owns the result
   * @param tensor the tensor
   * @return the same tensor with the same place in the gradient graph
   */
  public NDArray same(NDManager owner, NDArray tensor) {
    return same.array(owner, tensor);
  }

  /**
   * Converts the elements of a tensor and keeps it in the gradient graph, which {@link
   * NDArray#toType} does not.
   *
   * @param owner owns the result
   * @param tensor the tensor
   * @param type the type of the result
   * @return the converted tensor, sharing the memory if it had the type before
   */
  public NDArray toType(NDManager owner, NDArray tensor, ScalarType type) {
    return toType.array(owner, tensor, type.code());
  }

  /**
   * Returns the type of the elements, for bfloat16 too, where {@link NDArray#getDataType} gives
   * unknown.
   *
   * @param tensor the tensor
   * @return the type
   */
  public ScalarType typeOf(NDArray tensor) {
    return ScalarType.of(typeOf.integer(tensor));
  }

  /**
   * Tells whether a gradient can be taken of a tensor, also of one that was computed, where {@link
   * NDArray#hasGradient} does not tell.
   *
   * @param tensor the tensor
   * @return true if it requires gradients, or was computed of one that does
   */
  public boolean requiresGradient(NDArray tensor) {
    return requiresGradient.test(tensor);
  }

  /**
   * Tells whether a tensor holds neither an infinity nor what is not a number.
   *
   * @param tensor the tensor
   * @return true if all its elements are finite, as whole numbers always are
   */
  public boolean isFinite(NDArray tensor) {
    return isFinite.test(tensor);
  }

  /**
   * Returns a tensor on the CPU whose elements lie one after the other in C order, outside the
   * gradient graph.
   *
   * @param owner owns the result
   * @param tensor the tensor
   * @return the same memory if the tensor was so before, else a copy
   */
  public NDArray onHost(NDManager owner, NDArray tensor) {
    return onHost.array(owner, tensor);
  }

  /**
   * Copies a tensor to the CPU, with its elements one after the other in C order, outside the
   * gradient graph.
   *
   * @param owner owns the result
   * @param tensor the tensor
   * @return a copy that shares nothing
   */
  public NDArray copyOnHost(NDManager owner, NDArray tensor) {
    return copyOnHost.array(owner, tensor);
  }

  /**
   * Makes a tensor of a copy of a buffer's bytes.
   *
   * @param owner owns the result, which lives on its device
   * @param data a direct buffer; its bytes from position to limit are the elements in native order
   * @param type the type of the elements
   * @param shape the shape
   * @return the tensor
   * @throws TorchException if the number of bytes does not fit the shape
   */
  public NDArray fromBytes(NDManager owner, ByteBuffer data, ScalarType type, Shape shape) {
    if (!data.isDirect()) {
      throw new IllegalArgumentException("The buffer is not direct; native code cannot read it");
    }
    ByteBuffer bytes = data.slice().order(ByteOrder.nativeOrder());
    try (NDArray flat = owner.create(bytes, new Shape(bytes.remaining()), DataType.UINT8)) {
      return fromBytes.array(owner, flat, type.code(), shape.getShape());
    }
  }
}
