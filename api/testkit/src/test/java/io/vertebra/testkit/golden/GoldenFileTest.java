package io.vertebra.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenFileTest {
  @TempDir Path folder;

  private GoldenFile file;

  @BeforeEach
  void write() throws IOException {
    Path path = folder.resolve("figures.json");
    Files.writeString(
        path,
        """
        {"cases": [{"name": "first", "figures": [1, 2.5]}, {"name": "second", "figures": 3}]}
        """);
    file = GoldenFile.read(path);
  }

  @Test
  void eachEntryOfASectionIsATest() {
    assertThat(file.tests("cases", entry -> {}))
        .extracting(DynamicTest::getDisplayName)
        .containsExactly("first", "second");
  }

  @Test
  void aSectionThatIsMissingHasNoEntries() {
    assertThat(file.entries("batches")).isEmpty();
    assertThat(file.tests("batches", entry -> {})).isEmpty();
  }

  @Test
  void filesAreFoundBesideIt() {
    assertThat(file.sibling("pictures/input.png"))
        .isEqualTo(folder.resolve("pictures").resolve("input.png"));
  }

  @Test
  void numbersAreAListOrOne() {
    assertThat(file.entries("cases").map(entry -> GoldenFile.numbers(entry.get("figures"))))
        .containsExactly(List.of(1.0, 2.5), List.of(3.0));
    assertThat(GoldenFile.shape(JsonParser.parseString("[2, 3]"))).isEqualTo(new Shape(2, 3));
  }

  @Test
  void aFieldThatIsNotComparedFails() {
    JsonObject entry = file.entries("cases").findFirst().orElseThrow();

    GoldenFile.checkFields(entry, Set.of("name", "figures", "note"));
    assertThatThrownBy(() -> GoldenFile.checkFields(entry, Set.of("name")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("figures");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    Path missing = folder.resolve("missing.json");

    assertThatThrownBy(() -> GoldenFile.read(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.json");
  }
}
