package io.vertebra.engine.model;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Ops;
import io.vertebra.engine.torch.Tensors;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A pass that looks at the result of each operation, to find the first that is not finite. A layer
 * is told by the parameters that it asks for. For one pass.
 */
public final class OutputProbe extends ForwardingContext {
  private final Tensors tensors;
  private final Ops ops;
  private final IdentityHashMap<ModelTensor, String> names = new IdentityHashMap<>();
  private String layer = "the images";
  private boolean entered;
  private Optional<String> culprit = Optional.empty();

  /**
   * Makes a probe.
   *
   * @param pass the pass that computes
   * @param tensors looks at arrays
   * @param network the names of the tensors of the network
   */
  public OutputProbe(Context pass, Tensors tensors, Map<String, ModelTensor> network) {
    super(pass);
    this.tensors = tensors;
    network.forEach((name, tensor) -> names.put(tensor, name));
    // A class that forwards would miss the operations that are added after it.
    this.ops =
        (Ops)
            Proxy.newProxyInstance(
                Ops.class.getClassLoader(),
                new Class<?>[] {Ops.class},
                (proxy, method, arguments) -> invoke(method, arguments));
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    Object result;
    try {
      result = method.invoke(super.ops(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (culprit.isEmpty() && result instanceof NDArray array && !tensors.isFinite(array)) {
      culprit = Optional.of(method.getName() + (entered ? " in " : " after ") + layer);
    }
    entered = false;
    return result;
  }

  /**
   * The operation whose result was the first that is not finite.
   *
   * @return its name and layer, such as {@code conv2d in backbone.conv1}; empty if there is none
   */
  public Optional<String> culprit() {
    return culprit;
  }

  @Override
  public Ops ops() {
    return ops;
  }

  @Override
  public NDArray get(ModelTensor tensor) {
    String name = names.get(tensor);
    if (name != null) {
      layer = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
      entered = true;
    }
    return super.get(tensor);
  }
}
