package io.vertebra.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertebra.registry.bind.ToyCatalog;
import org.junit.jupiter.api.Test;

final class OptionTableTest {
  @Test
  void eachOptionHasARowWithWhatItMayBe() {
    ExtensionDescriptor flip =
        ToyCatalog.description().extensions().stream()
            .filter(part -> part.type().equals("ToyFlip"))
            .findFirst()
            .orElseThrow();

    assertThat(OptionTable.of(flip.options()))
        .contains(
            new OptionTable.Row("flip_weight", "a number from 0 to 2", "1.0", "the weight"),
            new OptionTable.Row("reduction", "one of mean, sum", "mean", "how to reduce"),
            new OptionTable.Row("label", "a text", "none", "a name"));
  }

  @Test
  void whatHasNoDefaultIsRequired() {
    assertThat(OptionTable.of(ToyCatalog.description().sections().get(0)))
        .filteredOn(row -> row.key().equals("flip"))
        .extracting(OptionTable.Row::standard)
        .containsExactly("required");
  }
}
