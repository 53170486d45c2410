package io.vertebra.testkit;

import ai.djl.ndarray.NDArray;
import io.vertebra.api.model.Context;
import io.vertebra.api.model.Module;
import io.vertebra.engine.model.ForwardingContext;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A pass that keeps what some modules gave, by {@link Context#show}. For one pass. */
public final class ShownModules extends ForwardingContext {
  private final IdentityHashMap<Module, String> names = new IdentityHashMap<>();
  private final Map<String, Output> outputs = new LinkedHashMap<>();

  /**
   * Looks on a pass.
   *
   * @param pass the pass
   * @param network the network
   * @param wanted the modules of the network to look at, by their dotted names; names that it does
   *     not have are left out
   */
  public ShownModules(Context pass, Module network, Set<String> wanted) {
    super(pass);
    network.allModules().forEach((name, module) -> names.put(module, name));
    names.values().retainAll(wanted);
  }

  @Override
  public void show(Module module, NDArray output) {
    if (names.containsKey(module)) {
      outputs.put(names.get(module), Output.of(output));
    }
    super.show(module, output);
  }

  /**
   * What the modules gave that were shown.
   *
   * @return the last output of each, by name
   */
  public Map<String, Output> outputs() {
    return outputs;
  }
}
