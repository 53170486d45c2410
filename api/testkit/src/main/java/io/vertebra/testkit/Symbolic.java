package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Module;
import io.vertebra.api.model.Ops;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Arrays without values, whose text is the expression that made them. They stand for whatever
 * operation is called, so this fake does not change when {@link Ops} grows.
 */
public final class Symbolic {
  private Symbolic() {}

  /**
   * An array that is an input.
   *
   * @param name what it is called in expressions
   * @param shape its shape, as far as it is asked for
   * @return the array
   */
  public static NDArray array(String name, long... shape) {
    return proxy(
        NDArray.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "toString" -> name;
              case "getShape" -> new Shape(shape);
              case "getManager" -> manager();
              default -> array(name + "." + call(method, arguments));
            });
  }

  /**
   * A pass over a network; its tensors are arrays under their own names.
   *
   * @param network the network
   * @return a pass of training
   */
  public static Context context(Module network) {
    Ops ops = proxy(Ops.class, (method, arguments) -> array(call(method, arguments)));
    return new Context() {
      @Override
      public Ops ops() {
        return ops;
      }

      @Override
      public boolean training() {
        return true;
      }

      @Override
      public NDArray get(ModelTensor tensor) {
        return network.tensors().entrySet().stream()
            .filter(entry -> entry.getValue() == tensor)
            .map(Map.Entry::getKey)
            .map(Symbolic::array)
            .findFirst()
            .orElseThrow();
      }
    };
  }

  private static NDManager manager() {
    return proxy(NDManager.class, (method, arguments) -> array(call(method, arguments)));
  }

  private static String call(Method method, Object[] arguments) {
    return Arrays.stream(arguments == null ? new Object[0] : arguments)
        .map(Symbolic::text)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private static String text(Object argument) {
    if (argument instanceof float[] numbers) {
      return Arrays.toString(numbers);
    }
    if (argument instanceof long[] numbers) {
      return Arrays.toString(numbers);
    }
    if (argument instanceof Object[] several) {
      return Arrays.toString(several);
    }
    return argument instanceof int[] numbers ? Arrays.toString(numbers) : String.valueOf(argument);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            Symbolic.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method, arguments)));
  }

  private interface Answer {
    Object to(Method method, Object[] arguments);
  }
}
