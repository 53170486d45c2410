package io.vertebra.engine.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.Collection;

/**
 * A list of tensors that is one native handle, however many tensors it has.
 *
 * <p>The list does not change, the tensors' values may. It holds its own references: the arrays
 * that it was made of may be closed before it. It must be closed, as nothing else releases it.
 */
public final class TensorList implements io.vertebra.api.train.TensorList, AutoCloseable {
  private final TorchModule functions;
  private final IValue value;

  TensorList(TorchRuntime runtime, IValue value) {
    this.functions = runtime.module(TensorList.class, "lists");
    this.value = value;
  }

  /**
   * Makes a list that shares the tensors of arrays.
   *
   * @param runtime the native library
   * @param arrays the arrays, which stay the caller's
   * @return the list, to be closed by the caller
   */
  public static TensorList of(TorchRuntime runtime, Collection<? extends NDArray> arrays) {
    requireNonNull(runtime, "runtime is null");
    PtNDArray[] tensors = arrays.stream().map(Handles::array).toArray(PtNDArray[]::new);
    return new TensorList(runtime, IValue.listFrom(tensors));
  }

  /**
   * Returns the number of tensors.
   *
   * @return the number, which may be 0
   */
  @Override
  public int size() {
    return Math.toIntExact(functions.function("length").integer(this));
  }

  /**
   * Returns one of the tensors as an array that shares its memory.
   *
   * @param owner owns the array
   * @param index the position from 0
   * @return the array
   * @throws TorchException if there is no such position
   */
  public NDArray get(NDManager owner, int index) {
    return functions.function("item").array(owner, this, index);
  }

  /**
   * Makes a list of some of the tensors, which it shares.
   *
   * @param from the position of the first, from 0
   * @param to the position after the last
   * @return the list, to be closed by the caller
   */
  public TensorList slice(int from, int to) {
    return functions.function("slice").list(this, from, to);
  }

  /**
   * Makes a list of the tensors at some positions, which it shares.
   *
   * @param positions the positions from 0, in the order of the new list
   * @return the list, to be closed by the caller
   */
  public TensorList select(long... positions) {
    return functions.function("select").list(this, positions);
  }

  /**
   * Makes a list of zeros with the shapes, types and devices of these tensors.
   *
   * @return a list of tensors that require no gradients, to be closed by the caller
   */
  public TensorList zerosLike() {
    return functions.function("zeros_like").list(this);
  }

  /**
   * Overwrites the values of these tensors in place.
   *
   * @param source as many tensors of the same shapes
   */
  public void copyFrom(TensorList source) {
    GradMode.OFF.run(() -> functions.function("copy_").run(this, source));
  }

  /**
   * Adds to the values of these tensors in place.
   *
   * @param summands as many tensors of the same shapes
   */
  public void add(TensorList summands) {
    GradMode.OFF.run(() -> functions.function("add_").run(this, summands));
  }

  /**
   * Moves the values of these tensors in place on the straight line to others.
   *
   * @param end as many tensors of the same shapes, of floating-point types
   * @param weight how far: 0 stays, 1 arrives
   */
  public void lerp(TensorList end, double weight) {
    GradMode.OFF.run(() -> functions.function("lerp_").run(this, end, weight));
  }

  /**
   * Exchanges values with other tensors in place.
   *
   * @param other as many tensors of the same shapes and types
   */
  public void swap(TensorList other) {
    GradMode.OFF.run(() -> functions.function("swap_").run(this, other));
  }

  /**
   * Moves the elements of these tensors so that each lies in memory as another does, keeping its
   * values.
   *
   * @param models as many tensors of the same shapes
   */
  public void layOutAs(TensorList models) {
    GradMode.OFF.run(() -> functions.function("lay_out_as_").run(this, models));
  }

  /** Overwrites the values of these tensors by zeros. */
  public void zero() {
    GradMode.OFF.run(() -> functions.function("zero_").run(this));
  }

  @Override
  public void close() {
    value.close();
  }

  IValue value() {
    return value;
  }
}
