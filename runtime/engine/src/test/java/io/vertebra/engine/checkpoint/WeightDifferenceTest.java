package io.vertebra.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.safetensors.SafetensorsReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WeightDifferenceTest {
  @TempDir private Path folder;

  @Test
  void differencesAreNamedWithTheirSize() throws IOException {
    Path left =
        new TensorFile()
            .add("same", 1, 2)
            .add("changed", 1, 2)
            .add("shape", 1, 2)
            .add("gone", 1, 1)
            .write(folder.resolve("left.safetensors"));
    Path right =
        new TensorFile()
            .add("same", 1, 2)
            .add("changed", 2, 2)
            .add("shape", 1, 3)
            .add("new", 1, 1)
            .write(folder.resolve("right.safetensors"));
    try (SafetensorsReader before = SafetensorsReader.open(left);
        SafetensorsReader after = SafetensorsReader.open(right)) {
      assertThat(WeightDifference.of(before, after))
          .containsExactlyInAnyOrder(
              "~ changed: F32 [2]: 2 values differ, by 1.00 at most",
              "~ shape: F32 [2], F32 [3]",
              "- gone: F32 [1]",
              "+ new: F32 [1]");
    }
  }
}
