package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.api.model.Parameter;
import io.vertebra.testkit.PluginRuntime;
import java.util.List;
import java.util.Map;

/** Compares names, shapes and sizes of a network. */
final class StateChecks {
  private StateChecks() {}

  static void check(PluginRuntime plugins, GoldenEntry entry) {
    JsonObject json = entry.json();
    try (GoldenModel model = new GoldenModel(plugins, entry, 1)) {
      Map<String, ModelTensor> tensors = model.algorithm().tensors();
      List<ModelTensor> saved = tensors.values().stream().filter(ModelTensor::persistent).toList();
      long parameters =
          saved.stream()
              .filter(Parameter.class::isInstance)
              .mapToLong(tensor -> tensor.shape().size())
              .sum();
      assertThat(saved).hasSize(json.get("tensors").getAsInt());
      assertThat(parameters).isEqualTo(json.get("params").getAsLong());
      assertThat(Fnv.ofStateDict(entry.named(tensors)))
          .isEqualTo(json.get("state_hash").getAsString());
    }
  }
}
