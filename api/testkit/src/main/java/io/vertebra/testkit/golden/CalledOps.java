package io.vertebra.testkit.golden;

import io.vertebra.api.model.Context;
import io.vertebra.api.model.Ops;
import io.vertebra.api.model.Ops.BatchStatistics;
import io.vertebra.api.model.Ops.PoolSettings;
import io.vertebra.engine.model.ForwardingContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps which operations a pass calls, and with which settings. */
final class CalledOps {
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<String> kinds = new TreeSet<>();

  /** The same pass, looked at. */
  Context over(Context pass) {
    Ops ops =
        (Ops)
            Proxy.newProxyInstance(
                Ops.class.getClassLoader(),
                new Class<?>[] {Ops.class},
                (proxy, method, arguments) -> call(pass.ops(), method, arguments));
    return new ForwardingContext(pass) {
      @Override
      public Ops ops() {
        return ops;
      }
    };
  }

  private Object call(Ops ops, Method method, Object[] arguments) throws Throwable {
    Trait trait = trait(method.getName(), arguments);
    if (trait.counted()) {
      counts.merge(trait.text(), 1, Integer::sum);
    } else {
      kinds.add(trait.text());
    }
    try {
      return method.invoke(ops, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Trait trait(String name, Object[] arguments) {
    return switch (name) {
      case "batchNorm" -> batchNorm((BatchStatistics) arguments[3]);
      case "layerNorm", "layerNorm2d" -> Trait.layerNorm((double) arguments[3]);
      case "groupNorm" -> Trait.groupNorm((int) arguments[1], (double) arguments[4]);
      case "globalResponseNorm" -> Trait.responseNorm();
      case "dropout" -> Trait.dropout((double) arguments[1]);
      case "maxPool2d" -> Trait.maxPool((PoolSettings) arguments[1]);
      case "avgPool2d" -> Trait.avgPool((PoolSettings) arguments[1], (boolean) arguments[2]);
      case "reluInPlace" -> Trait.operation("relu");
      default -> Trait.operation(name);
    };
  }

  private static Trait batchNorm(BatchStatistics statistics) {
    return Trait.batchNorm(statistics.epsilon(), statistics.momentum());
  }

  /** How often norms and dropouts were called, by kind and settings. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** The poolings with their settings, and the other operations. */
  Set<String> kinds() {
    return kinds;
  }
}
