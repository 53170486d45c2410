package io.vertebra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.vertebra.api.plugin.Kind;
import io.vertebra.api.train.Hook;
import io.vertebra.engine.checkpoint.Checkpoint;
import io.vertebra.registry.bind.PartBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every {@link Hook}: it goes through a run, and its state survives it. */
public abstract class HookContract extends PartContract<Hook> {
  @TempDir Path folder;

  /** Makes the contract. */
  protected HookContract() {
    super(Kind.HOOK, Hook.class);
  }

  @Override
  final void exercise(PluginRuntime runtime, Hook part) throws IOException {
    ToyRun.withHook(runtime, config(), folder);
  }

  @Test
  final void priorityIsInRange() {
    try (PartBuilder builder = new PartBuilder()) {
      assertThat(build(builder).priority()).isBetween(0, 100);
    }
  }

  @Test
  final void runGoesToItsEnd() throws IOException {
    assertThat(ToyRun.withHook(plugins(), config(), folder).losses()).hasSize(8);
  }

  @Test
  final void testGoesToItsEnd() throws IOException {
    assertThat(ToyRun.withHook(plugins(), config(), folder).figures())
        .containsEntry("toy/samples", 4.0);
  }

  @Test
  final void newHookTakesTheStateOfTheSavedRun() throws IOException {
    ToyRun run = ToyRun.withHook(plugins(), config(), folder);
    try (PartBuilder builder = new PartBuilder();
        Checkpoint checkpoint = Checkpoint.open(run.checkpoint())) {
      Hook hook = build(builder);
      Map<String, Object> saved = stateOf(hook, checkpoint.info().training());
      hook.restore(saved);
      assertThat(asSaved(hook.state())).isEqualTo(saved);
    }
  }

  @Test
  final void configSaysWhenItRunsAmongOthers() throws IOException {
    ToyRun run =
        ToyRun.withHook(
            plugins(),
            config(),
            folder,
            "custom_hooks.0.priority=100",
            "custom_hooks.1.priority=HIGHEST");
    try (Checkpoint checkpoint = Checkpoint.open(run.checkpoint())) {
      List<?> hooks = (List<?>) checkpoint.info().training().get("hooks");
      assertThat(hooks).hasSize(2);
      assertThat(((Map<?, ?>) hooks.get(1)).get("class")).isEqualTo(hookClass());
    }
  }

  private Object hookClass() {
    try (PartBuilder builder = new PartBuilder()) {
      return build(builder).getClass().getName();
    }
  }

  private static Map<String, Object> stateOf(Hook hook, Map<String, Object> training) {
    String name = hook.getClass().getName();
    for (Object entry : (List<?>) training.get("hooks")) {
      Map<?, ?> saved = (Map<?, ?>) entry;
      if (saved.get("class").equals(name)) {
        return asSaved(saved.get("state"));
      }
    }
    throw new AssertionError("the checkpoint says nothing of " + name);
  }

  /** A value as it comes back from a file. */
  @SuppressWarnings("unchecked") // Gson gives a map of texts to values
  private static Map<String, Object> asSaved(Object state) {
    Gson gson = new Gson();
    return gson.fromJson(gson.toJson(state), Map.class);
  }
}
