package io.vertebra.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import io.vertebra.api.model.Distribution;
import io.vertebra.api.model.Module;
import io.vertebra.engine.EngineServices;
import io.vertebra.engine.fixture.Engines;
import io.vertebra.engine.fixture.ToyAlgorithm;
import io.vertebra.engine.model.ModelState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
  private static final CheckpointInfo INFO =
      new CheckpointInfo(
          "model: {}\n",
          List.of("dark", "grey", "bright"),
          Map.of("kind", List.of("cat", "dog")),
          3,
          42,
          Map.of("accuracy/top1", 87.5),
          Map.of("seed", 5.0));

  private final EngineServices services = Engines.services();

  @TempDir private Path folder;

  @Test
  void aCheckpointGivesBackWhatWasWritten() throws IOException {
    Path file = folder.resolve("epoch_3.safetensors");
    try (ModelState written = newState(1);
        ModelState loaded = newState(2)) {
      write(file, written);
      try (Checkpoint checkpoint = Checkpoint.open(file)) {
        assertThat(checkpoint.info()).isEqualTo(INFO);
        checkpoint.loadInto(loaded, services.files());
      }
      assertThat(weight(loaded)).isEqualTo(weight(written));
    }
  }

  @Test
  void aCheckpointFromBeforeThereWereTasksHasNoClassesOfTasks() {
    CheckpointInfo info =
        CheckpointText.gson()
            .fromJson("{classes: [a], config: x, metrics: {}, training: {}}", CheckpointInfo.class);
    assertThat(info.classes()).containsExactly("a");
    assertThat(info.taskClasses()).isEmpty();
  }

  /**
   * The length of a header comes first in the file, and its lowest byte may be that of a pickle.
   */
  @Test
  void headersOfAnyLengthAreRecognised() throws IOException {
    Path file = folder.resolve("padded.safetensors");
    try (ModelState state = newState(1)) {
      for (int padding = 0; padding < 256; padding += Long.BYTES) {
        CheckpointInfo info =
            new CheckpointInfo("#".repeat(padding + 1), List.of(), 0, 0, Map.of(), Map.of());
        Checkpoint.write(file, info, state.stateDict(), Map.of(), services.files());
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
          assertThat(checkpoint.info()).isEqualTo(info);
        }
      }
    }
  }

  @Test
  void aCheckpointOfAnotherNetworkIsRefusedWithEveryDifference() throws IOException {
    Path file = folder.resolve("other.safetensors");
    Module other = new Other();
    try (ModelState written = newState(1);
        ModelState target = ModelState.initialize(other, services.runtime(), Device.cpu(), 1)) {
      write(file, written);
      try (Checkpoint checkpoint = Checkpoint.open(file)) {
        assertThatThrownBy(() -> checkpoint.loadInto(target, services.files()))
            .isInstanceOf(CheckpointException.class)
            .hasMessageContaining("does not fit the network of the config")
            .hasMessageContaining("1 missing in the file:\n    scale")
            .hasMessageContaining("1 unknown to the network:\n    weight")
            .hasMessageContaining("bias: [3] in the file, [4] in the network");
      }
    }
  }

  @Test
  void aHeaderWhoseLengthLooksLikeAPickleIsOneOfTensors() throws IOException {
    Path file = folder.resolve("length.safetensors");
    boolean met = false;
    try (ModelState state = newState(1)) {
      // Headers are padded to 8 bytes, so one of 32 lengths ends with the first byte of a pickle.
      for (int more = 0; more < 256 && !met; more += 8) {
        CheckpointInfo info =
            new CheckpointInfo("x".repeat(more), List.of("a"), 1, 2, Map.of(), Map.of());
        Checkpoint.write(file, info, state.stateDict(), Map.of(), services.files());
        met = Files.readAllBytes(file)[0] == (byte) 0x80;
      }
    }
    assertThat(met).isTrue();
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      assertThat(checkpoint.info().iteration()).isEqualTo(2);
    }
  }

  @Test
  void aTruncatedCheckpointIsRecognised() throws IOException {
    Path file = folder.resolve("torn.safetensors");
    try (ModelState state = newState(1)) {
      write(file, state);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 10);
    }

    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("torn.safetensors")
        .hasMessageContaining("the checkpoint is damaged or incomplete, use another one");
  }

  @Test
  void aMissingFileAndOneThatIsNoCheckpointAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a checkpoint, but long enough");

    assertThatThrownBy(() -> Checkpoint.open(folder.resolve("gone.safetensors")))
        .hasMessageContaining("there is no checkpoint")
        .hasMessageContaining("gone.safetensors");
    assertThatThrownBy(() -> Checkpoint.open(text))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("notes.txt");
  }

  private ModelState newState(long seed) {
    return ModelState.initialize(new ToyAlgorithm(), services.runtime(), Device.cpu(), seed);
  }

  private void write(Path file, ModelState state) throws IOException {
    Checkpoint.write(file, INFO, state.stateDict(), Map.of(), services.files());
  }

  private static String weight(ModelState state) {
    return Arrays.toString(state.stateDict().get("weight").toFloatArray());
  }

  /** A network with one tensor of the same name and another shape. */
  private static final class Other extends Module {
    private Other() {
      addParameter("scale", new Shape(1), Distribution.ones());
      addParameter("bias", new Shape(4), Distribution.zeros());
    }
  }
}
