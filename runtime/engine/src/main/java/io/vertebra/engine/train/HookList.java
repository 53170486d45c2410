package io.vertebra.engine.train;

import io.vertebra.api.train.Hook;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** The hooks of a run by priority; of equal priority, in the order in which they were given. */
final class HookList {
  private final List<Hook> hooks;

  HookList(List<Hook> hooks, ToIntFunction<Hook> priority) {
    this.hooks = hooks.stream().sorted(Comparator.comparingInt(priority)).toList();
  }

  /** Calls a stage of every hook, under the class loader of its bundle. */
  void call(Consumer<Hook> stage) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      for (Hook hook : hooks) {
        thread.setContextClassLoader(hook.getClass().getClassLoader());
        PartRefusalException.explain(hook, () -> stage.accept(hook));
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  List<Hook> hooks() {
    return hooks;
  }
}
