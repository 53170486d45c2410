package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Parameter;
import io.vertebra.testkit.PluginRuntime;
import java.util.List;

/** Compares names, shapes and sizes of a network. */
final class StateChecks {
  private StateChecks() {}

  static void check(PluginRuntime plugins, GoldenEntry entry) {
    JsonObject json = entry.json();
    try (GoldenModel model = new GoldenModel(plugins, entry, 1)) {
      checkSize(json, model);
      assertThat(Fnv.ofStateDict(entry.named(model.algorithm().tensors())))
          .isEqualTo(json.get("state_hash").getAsString());
    }
  }

  /** Compares the number of tensors, and that of the values of parameters. */
  static void checkSize(JsonObject figures, GoldenModel model) {
    List<ModelTensor> saved =
        model.algorithm().tensors().values().stream().filter(ModelTensor::persistent).toList();
    long parameters =
        saved.stream()
            .filter(Parameter.class::isInstance)
            .mapToLong(tensor -> tensor.shape().size())
            .sum();
    assertThat(saved).hasSize(figures.get("tensors").getAsInt());
    assertThat(parameters).isEqualTo(figures.get("params").getAsLong());
  }
}
