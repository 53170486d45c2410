package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The values of an array that is gone. Equal to another of the same shape and the same bits. */
public final class Output {
  private final Shape shape;
  private final float[] values;

  private Output(Shape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * Copies an array.
   *
   * @param array the array, float32
   * @return its values
   * @throws IllegalArgumentException if it is of another type
   */
  public static Output of(NDArray array) {
    if (array.getDataType() != DataType.FLOAT32) {
      throw new IllegalArgumentException(
          "an array is " + array.getDataType() + ", but float32 is expected");
    }
    return new Output(array.getShape(), array.toFloatArray());
  }

  /**
   * The shape of the array.
   *
   * @return the shape
   */
  public Shape shape() {
    return shape;
  }

  /**
   * A value.
   *
   * @param index its place, row by row
   * @return the value
   */
  public float value(int index) {
    return values[index];
  }

  /**
   * Whether no value is infinite or not a number.
   *
   * @return true if all are finite
   */
  public boolean isFinite() {
    return IntStream.range(0, values.length).allMatch(i -> Float.isFinite(values[i]));
  }

  /**
   * The square root of the sum of squares.
   *
   * @return the L2 norm
   */
  public double norm() {
    return Math.sqrt(IntStream.range(0, values.length).mapToDouble(this::square).sum());
  }

  private double square(int index) {
    return (double) values[index] * values[index];
  }

  /**
   * The sum of all values.
   *
   * @return the sum
   */
  public double sum() {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
  }

  /**
   * Replaces negative values by zero.
   *
   * @return the values so changed
   */
  public Output rectified() {
    float[] rectified = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rectified[i] = Math.max(values[i], 0);
    }
    return new Output(shape, rectified);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Output output
        && shape.equals(output.shape)
        && Arrays.equals(values, output.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return shape + " " + Arrays.toString(Arrays.copyOf(values, Math.min(values.length, 8)));
  }
}
