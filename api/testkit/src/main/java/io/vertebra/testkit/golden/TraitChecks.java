package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.vertebra.engine.torch.GradMode;
import io.vertebra.testkit.PluginRuntime;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what a network is made of, section {@code traits} of an entry: how many norms and
 * dropouts of which settings, and which poolings and activations there are. The reference counts
 * modules, and ours what a pass of training calls, so that poolings and activations, of which one
 * module can be called often and a function is no module, are compared by their kinds alone.
 */
final class TraitChecks {
  private final Map<String, Integer> counted = new TreeMap<>();
  private final TreeSet<String> kinds = new TreeSet<>();

  private TraitChecks(JsonObject traits) {
    traits
        .asMap()
        .forEach((name, count) -> Trait.of(name).ifPresent(it -> add(it, count.getAsInt())));
  }

  private void add(Trait trait, int count) {
    if (trait.counted()) {
      counted.merge(trait.text(), count, Integer::sum);
    } else {
      kinds.add(trait.text());
    }
  }

  static void check(PluginRuntime plugins, GoldenEntry entry) {
    TraitChecks expected = new TraitChecks(entry.json().getAsJsonObject("traits"));
    try (GoldenModel model = new GoldenModel(plugins, entry, entry.number("gain", 1))) {
      CalledOps called = new CalledOps();
      GradMode.OFF.run(
          () ->
              model
                  .bench()
                  .train((context, manager) -> model.logits(called.over(context), manager)));
      assertThat(called.counts())
          .as("norms and dropouts")
          .containsExactlyInAnyOrderEntriesOf(expected.counted);
      assertThat(called.kinds()).as("poolings and activations").containsAll(expected.kinds);
    }
  }
}
