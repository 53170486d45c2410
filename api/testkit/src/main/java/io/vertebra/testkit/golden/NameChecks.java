package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.names.TheirNames;
import io.vertebra.testkit.PluginRuntime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether the names that a plugin declares for another library are a way there and back: no
 * name stands for two weights, and no value is lost where they lie in another order.
 */
final class NameChecks {
  private NameChecks() {}

  static void check(PluginRuntime plugins, GoldenEntry entry) {
    try (GoldenModel model = new GoldenModel(plugins, entry, 1)) {
      for (NameTable table : model.tables()) {
        check(table, model.algorithm().tensors());
      }
    }
  }

  private static void check(NameTable table, Map<String, ModelTensor> tensors) {
    List<String> theirs = new ArrayList<>();
    tensors.forEach(
        (name, tensor) -> {
          Optional<TheirNames> names = table.names(name);
          names.ifPresent(found -> theirs.addAll(found.names()));
          names.ifPresent(found -> checkChange(found, name, tensor.shape()));
        });
    Set<String> distinct = new HashSet<>(theirs);
    assertThat(distinct).as("names of %s", table.library()).hasSameSizeAs(theirs);
  }

  /** An order of the last axis is one of all its places, once each. */
  private static void checkChange(TheirNames names, String ours, Shape shape) {
    if (shape.dimension() == 0) {
      return;
    }
    int axis = (int) shape.get(shape.dimension() - 1);
    names
        .change()
        .order(axis)
        .ifPresent(
            order -> assertThat(Arrays.stream(order).distinct().count()).as(ours).isEqualTo(axis));
  }
}
