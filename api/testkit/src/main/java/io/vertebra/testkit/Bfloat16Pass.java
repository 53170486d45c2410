package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Ops;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.model.ModelState;
import io.vertebra.engine.torch.ScalarType;
import io.vertebra.engine.torch.Tensors;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;

/**
 * A pass of training in mixed precision: convolutions and linear maps take and give bfloat16, of
 * which DJL's own operations know little; parameters stay in float32.
 */
final class Bfloat16Pass implements Context {
  private static final Set<String> HALVED = Set.of("conv2d", "linear");

  private final ModelState state;
  private final Ops exact;
  private final Ops mixed;
  private final Tensors tensors;

  Bfloat16Pass(EngineServices engine, ModelState state) {
    this.state = state;
    this.exact = engine.ops();
    this.tensors = new Tensors(engine.runtime());
    this.mixed =
        (Ops)
            Proxy.newProxyInstance(
                Ops.class.getClassLoader(),
                new Class<?>[] {Ops.class},
                (self, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    boolean halved = HALVED.contains(method.getName());
    try {
      return method.invoke(
          exact, halved ? Arrays.stream(arguments).map(this::halve).toArray() : arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object halve(Object argument) {
    return argument instanceof NDArray array ? bfloat16(array) : argument;
  }

  NDArray bfloat16(NDArray array) {
    return tensors.toType(array.getManager(), array, ScalarType.BFLOAT16);
  }

  @Override
  public Ops ops() {
    return mixed;
  }

  @Override
  public boolean training() {
    return true;
  }

  @Override
  public NDArray get(ModelTensor tensor) {
    return state.get(tensor);
  }
}
