package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.ModelTensor;
import io.vertebra.engine.names.NameTable;
import io.vertebra.engine.names.TheirNames;
import io.vertebra.testkit.PluginRuntime;
import java.nio.ByteBuffer;
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
          // The parts of one array have its name in common.
          names.ifPresent(
              found ->
                  found.names().forEach(each -> theirs.add(each + " " + found.share().number())));
          names.ifPresent(found -> checkChange(found, name, tensor.shape()));
        });
    Set<String> distinct = new HashSet<>(theirs);
    assertThat(distinct).as("names of %s", table.library()).hasSameSizeAs(theirs);
  }

  /** Values that were put into the order of theirs come back to where they were. */
  private static void checkChange(TheirNames names, String ours, Shape shape) {
    List<Long> lengths = Arrays.stream(shape.getShape()).boxed().toList();
    Optional<List<Long>> theirs = names.piece(lengths).flatMap(names.change()::theirShape);
    if (theirs.isEmpty() || names.names().size() != 1) {
      return;
    }
    ByteBuffer places = ByteBuffer.allocateDirect(Math.toIntExact(4 * shape.size()));
    for (int i = 0; places.hasRemaining(); i++) {
      places.putInt(i);
    }
    ByteBuffer moved = names.change().toTheirs(places.flip(), lengths, 4);
    assertThat(names.change().toOurs(moved, theirs.get(), 4)).as(ours).isEqualTo(places);
  }
}
