package io.vertebra.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;

/** The arguments of one call as native values; closes those that it made itself. */
final class Arguments implements AutoCloseable {
  private final IValue[] values;
  private final boolean[] owned;

  private Arguments(int count) {
    values = new IValue[count];
    owned = new boolean[count];
  }

  static Arguments of(Object... arguments) {
    Arguments result = new Arguments(arguments.length);
    try {
      for (int i = 0; i < arguments.length; i++) {
        result.set(i, arguments[i]);
      }
      return result;
    } catch (RuntimeException e) {
      result.close();
      throw e;
    }
  }

  private void set(int index, Object argument) {
    if (argument instanceof TensorList list) {
      values[index] = list.value();
    } else {
      values[index] = value(index, argument);
      owned[index] = true;
    }
  }

  private static IValue value(int index, Object argument) {
    if (argument instanceof NDArray array) {
      return IValue.from(Handles.array(array));
    } else if (argument instanceof Double || argument instanceof Float) {
      return IValue.from(((Number) argument).doubleValue());
    } else if (argument instanceof Long || argument instanceof Integer) {
      return IValue.from(((Number) argument).longValue());
    } else if (argument instanceof Boolean flag) {
      return IValue.from(flag.booleanValue());
    } else if (argument instanceof String text) {
      return IValue.from(text);
    } else if (argument instanceof long[] numbers) {
      return IValue.listFrom(numbers);
    } else if (argument instanceof double[] numbers) {
      return IValue.listFrom(numbers);
    }
    throw new IllegalArgumentException(
        "Argument %d is %s; allowed are NDArray, TensorList, double, float, long, int, boolean, String, long[] and double[]."
            .formatted(index, argument == null ? "null" : argument.getClass().getName()));
  }

  IValue[] values() {
    return values;
  }

  @Override
  public void close() {
    for (int i = 0; i < values.length; i++) {
      if (owned[i]) {
        values[i].close();
      }
    }
  }
}
