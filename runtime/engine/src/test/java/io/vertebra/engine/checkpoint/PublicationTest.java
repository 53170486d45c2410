package io.vertebra.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.engine.safetensors.SafetensorsReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublicationTest {
  @TempDir private Path folder;

  @Test
  void aPublishedFileHasItsChecksumInItsNameAndNothingOfTheTraining() throws IOException {
    Path given =
        new TensorFile()
            .add("backbone.scale", 1, 2)
            .add("optimizer/momentum/backbone.scale", 1, 2)
            .write(folder.resolve("given.safetensors"));
    try (Checkpoint checkpoint = Checkpoint.openWeights(given)) {
      Publication published = Publication.of(checkpoint, folder, "model");

      assertThat(published.file())
          .hasFileName("model-" + published.sha256().substring(0, 8) + ".safetensors");
      try (SafetensorsReader reader = SafetensorsReader.open(published.file())) {
        assertThat(reader.names()).containsExactly("backbone.scale");
      }
    }
  }
}
