package io.vertebra.plugins.visualizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EarlierEventsTest {
  @TempDir private Path folder;
  private Path file;

  /** Three epochs of ten iterations, with a validation after each. */
  @BeforeEach
  void write() throws IOException {
    try (EventFile events = EventFile.next(folder, 1, () -> 0)) {
      for (int epoch = 1; epoch <= 3; epoch++) {
        events.write(10L * epoch, Map.of("loss", 2.0));
        events.write(epoch, Map.of("top1", 50.0 + epoch));
      }
    }
    file = EventFile.in(folder).get(0);
  }

  private List<String> scalars() throws IOException {
    return EventReader.read(file).stream()
        .skip(2)
        .map(event -> event.get(1) + " " + event.get(2))
        .toList();
  }

  @Test
  void aValidationThatIsDoneAgainTakesThePlaceOfTheEarlierOnesFromThereOn() throws IOException {
    EarlierEvents earlier = new EarlierEvents(List.of(file), 16);
    earlier.replace(20, List.of("loss"));
    earlier.replace(2, List.of("top1"));

    assertThat(scalars())
        .containsExactly(
            "step=10 loss=2.0", "step=1 top1=51.0", "step=20 loss=2.0", "step=30 loss=2.0");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aNewRunLeavesFilesAsTheyAre() throws IOException {
    byte[] before = Files.readAllBytes(file);
    new EarlierEvents(List.of(file), 1).replace(1, List.of("top1"));
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aRecordThatWasNotWrittenWholeIsLeftOut() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 5));
    new EarlierEvents(List.of(file), 31).replace(4, List.of("top1"));
    assertThat(scalars()).hasSize(5).endsWith("step=30 loss=2.0");
  }

  @Test
  void aFolderThatIsNotThereHasNoFiles() throws IOException {
    assertThat(EventFile.in(folder.resolve("none"))).isEmpty();
  }

  @Test
  void aMessageThatEndsWithinAFieldIsRefused() {
    ProtoReader message = new ProtoReader(ByteBuffer.wrap(new byte[] {0x0A, 9, 1}));
    assertThatThrownBy(message::next)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ends within a field");
  }
}
